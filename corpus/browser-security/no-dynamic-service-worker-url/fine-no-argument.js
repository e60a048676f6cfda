navigator.serviceWorker.register();
navigator.serviceWorker.getRegistration(location.href);
