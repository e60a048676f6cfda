// filename: preview.spec.js
reader.onload = (event) => {
  preview.innerHTML = event.target.result;
};
