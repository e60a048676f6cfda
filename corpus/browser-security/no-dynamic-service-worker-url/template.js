const version = new URLSearchParams(location.search).get('v');
navigator.serviceWorker.register(`/sw-${version}.js`, { scope: '/' });
//@1 dynamicSwUrl
