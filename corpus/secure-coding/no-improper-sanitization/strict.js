// options: {"strictMode": true}
function banner(el) {
  // @safe
  el.innerHTML = '<b>Welcome</b>';
//               ^^^^^^^^^^^^^^^^ unsafeReplaceSanitization
  return String(el.title.replace(/</g, ''));
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^ incompleteHtmlEscaping
}
