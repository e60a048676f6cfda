// safe: setting
exports.isVersion = (text) => /^(?:\d+\.?){1,3}$/.test(text);
