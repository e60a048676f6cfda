// filename: proxy.test.js
const handler = (event) => fetch(event.body);
