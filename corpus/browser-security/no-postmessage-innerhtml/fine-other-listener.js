form.addEventListener('submit', (event) => {
  event.preventDefault();
  output.innerHTML = event.data;
});
