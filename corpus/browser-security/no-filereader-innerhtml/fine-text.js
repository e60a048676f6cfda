reader.onload = (event) => {
  preview.textContent = event.target.result;
};
