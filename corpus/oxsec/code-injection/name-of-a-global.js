window.addEventListener('message', (event) => {
  const { name, argument } = event.data;
  window[name](argument);
//^^^^^^^^^^^^^^^^^^^^^^ codeInjection
});
