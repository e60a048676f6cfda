function show(event) {
  page.innerHTML = event.data;
}

worker.onmessage = show;
