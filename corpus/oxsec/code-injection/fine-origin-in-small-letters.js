window.onmessage = (event) => {
  const origin = event.origin.toLowerCase();
  if (origin !== window.location.origin) {
    return;
  }
  eval(event.data);
};
