document.write("<SCRIPT SRC='//CDN.example.com/tracker.js'></SCRIPT>");
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected

function addStyles() {
  document.head.insertAdjacentHTML('beforeend', '<link rel="stylesheet" href="https://cdn.example.com/theme.css">');
//                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
}

addStyles();
