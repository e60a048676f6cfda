const actions = { start() {}, stop() {} };

window.addEventListener('message', (event) => {
  try {
    actions[event.data]();
  } catch {
    console.warn('no such action');
  }
});
