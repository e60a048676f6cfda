const { serviceWorker } = navigator;
serviceWorker.register(path);
