window.addEventListener('message', (event) => {
  const { html } = event.data;
  output.innerHTML = html;
});
