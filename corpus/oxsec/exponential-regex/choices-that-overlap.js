exports.unquote = (text) => text.replace(/"(?:\\.|[^"])*"!/g, '');
//                                       ^^^^^^^^^^^^^^^^^^^ exponentialRegex
