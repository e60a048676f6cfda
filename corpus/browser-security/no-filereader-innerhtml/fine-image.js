const image = new Image();
image.onload = (event) => {
  caption.innerHTML = event.target.result;
};
