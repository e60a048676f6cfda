const list = new RegExp('^(\\d+,?)*$');
//           ^^^^^^^^^^^^^^^^^^^^^^^^^ exponentialRegex

module.exports = (text) => list.test(text);
