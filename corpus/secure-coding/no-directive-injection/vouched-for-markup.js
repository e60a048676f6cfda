/** @sanitized in the worker */
function fill(el, data) {
  el.innerHTML = data;
}

function status(el, input) {
  el.textContent = input;
  el.querySelector('b').innerHTML = '<i>saved</i>';
  // @trusted: comes from our own release notes
  el.lastChild.innerHTML = `<p>${data}</p>`;
}
