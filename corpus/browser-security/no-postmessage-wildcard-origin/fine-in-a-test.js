// filename: src/frame.test.js
test('sends its height', () => {
  window.parent.postMessage({ height: 10 }, '*');
});
