worker.onmessage = (event) => {
  page.textContent = event.data.text;
};
