exports.isName = (text) => /^([a-z]+)+$/.test(text);
//                         ^^^^^^^^^^^^^ exponentialRegex
