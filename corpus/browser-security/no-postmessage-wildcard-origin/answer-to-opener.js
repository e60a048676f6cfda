export function finishLogin(user) {
  window.opener.postMessage({ type: 'login', user }, '*');
//                                                   ^^^ wildcardOrigin
  window.close();
}
