const reader = new FileReader();
reader.onload = (event) => {
  preview.innerHTML = event.target.result;
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafeInnerhtml
};
reader.readAsText(input.files[0]);
