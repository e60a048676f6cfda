window.addEventListener('message', (event) => {
  WebAssembly.compile(event.data);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ codeInjection
  WebAssembly.compileStreaming(event.data);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ codeInjection
  WebAssembly.instantiate(event.data);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ codeInjection
});
