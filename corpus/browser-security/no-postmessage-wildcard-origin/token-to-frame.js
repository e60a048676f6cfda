const frame = document.querySelector('#widget');
frame.addEventListener('load', () => {
  frame.contentWindow.postMessage({ token: session.token }, '*');
//                                                          ^^^ wildcardOrigin
});
