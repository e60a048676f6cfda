window.navigator.serviceWorker
//@1 dynamicSwUrl
  .register(base + 'sw.js')
  .then((registration) => console.log(registration.scope));
