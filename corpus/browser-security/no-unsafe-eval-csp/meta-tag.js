document.head.insertAdjacentHTML(
  'beforeend',
  `<meta http-equiv="Content-Security-Policy" content="script-src 'self' 'unsafe-eval'">`,
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafeEval
);
