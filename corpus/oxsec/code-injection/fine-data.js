// safe: other function
exports.settings = (text) => JSON.parse(text);
