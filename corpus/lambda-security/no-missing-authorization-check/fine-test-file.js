// filename: orders.spec.js
const handler = async (event) => table.delete({ id: event.id });
