window.addEventListener('message', (event) => {
  output.textContent = event.data;
  output.innerHTML = '';
});
