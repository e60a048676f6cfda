const actions = { ping: () => socket.send('pong') };
socket.onmessage = (event) => {
  const { action } = JSON.parse(event.data);
  actions[action]?.();
};
