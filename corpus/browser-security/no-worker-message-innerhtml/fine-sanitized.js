worker.onmessage = (event) => {
  page.innerHTML = sanitize(event.data.html);
};
