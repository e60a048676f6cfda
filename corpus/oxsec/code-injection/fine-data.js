exports.settings = (text) => JSON.parse(text);
