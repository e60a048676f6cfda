const frame = document.querySelector('iframe');
window.addEventListener('message', ({ data, source }) => {
//                                 ^^^^^^^^^^^^^^^^^^^^^^^ missingOriginCheck
  if (source !== frame.contentWindow) return;
  frame.style.height = `${data.height}px`;
});
