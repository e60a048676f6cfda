// filename: handler.spec.js
const handler = (event) => store(event.body);
