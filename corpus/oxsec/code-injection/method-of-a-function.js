function play() {}

window.addEventListener('message', (event) => {
  play[event.data.name](event.data.text);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ codeInjection
});
