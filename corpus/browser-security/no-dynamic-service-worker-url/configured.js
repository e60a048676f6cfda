if ('serviceWorker' in navigator) {
  navigator.serviceWorker.register(config.worker);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dynamicSwUrl
}
