// safe: setting
exports.unquote = (text) => text.replace(/"(?:\\.|[^"\\])*"!/g, '');
