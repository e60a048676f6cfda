// options: {"safeSanitizers": ["cleanName", "renderSafe"], "dangerousChars": ["%"], "contexts": ["html"], "trustedLibraries": ["sanitize-html"]}
function show(el, input) {
  el.innerHTML = renderSafe(input);
  el.title = cleanName(input);
  el.footer.innerHTML = DOMPurify.sanitize(input);
//                      ^^^^^^^^^^^^^^^^^^^^^^^^^ insufficientXssProtection
  socket.send('<b>100 %</b>');
//            ^^^^^^^^^^^^^^ unsafeReplaceSanitization
  socket.send('<b>all</b>');
}
