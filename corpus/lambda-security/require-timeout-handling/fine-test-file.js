// filename: handler.test.js
const handler = async (event, context) => fetch(context.url);
