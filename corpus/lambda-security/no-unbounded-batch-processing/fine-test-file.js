// filename: handler.test.js
const handler = async (event) => event.Records.map(store);
