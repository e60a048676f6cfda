window.onmessage = (event) => {
  eval(event.data);
//^^^^^^^^^^^^^^^^ codeInjection
};
