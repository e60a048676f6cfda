exports.handler = async (event) => fetch(event.url);
exports.other = async (message, context) => fetch(message.url, context);
