// safe: setting
exports.letters = (text) => text.match(/([a-z]+)*/)[0];
