// safe: setting
exports.isTitle = (text) => /^\w+(?:\s\w+)*$/.test(text);
