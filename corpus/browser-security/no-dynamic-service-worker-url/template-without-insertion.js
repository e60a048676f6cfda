await navigator.serviceWorker.register(`/sw.js`);
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dynamicSwUrl
