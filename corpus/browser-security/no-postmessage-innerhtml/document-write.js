self.addEventListener('message', (message) => {
  document.write(message.data);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafeInnerhtml
  document.close();
});
