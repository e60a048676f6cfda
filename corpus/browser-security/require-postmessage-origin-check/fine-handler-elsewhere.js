function onMessage(event) {
  apply(event.data);
}

window.addEventListener('message', onMessage);
window.removeEventListener('message', onMessage);
