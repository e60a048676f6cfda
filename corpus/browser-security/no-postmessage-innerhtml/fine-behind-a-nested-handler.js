window.addEventListener('message', (event) => {
  frame.addEventListener('message', (inner) => console.log(inner.data));
  output.innerHTML = event.data;
});
