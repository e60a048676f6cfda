(function (root, factory) {
  if (typeof module === 'object') module.exports = factory(require('dompurify'));
  else root.show = factory(window.DOMPurify);
})(this, function (DOMPurify) {
  return function (element, text) {
    element.innerHTML = DOMPurify ? DOMPurify.sanitize(text) : text;
  };
});
