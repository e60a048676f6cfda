const log = document.querySelector('#log');

socket.addEventListener('message', ({ data }) => {
  log.innerHTML += `<p>${data}</p>`;
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dangerousInnerHTML
  log.scrollTop = log.scrollHeight;
});
