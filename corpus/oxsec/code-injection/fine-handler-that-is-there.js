const handlers = {
  hello: (data) => console.log('hello', data.name),
  bye: () => window.close(),
};

window.addEventListener('message', (event) => {
  if (handlers[event.data.action]) {
    handlers[event.data.action](event.data);
  }
});
