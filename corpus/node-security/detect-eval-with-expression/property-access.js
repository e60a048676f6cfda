const settings = require('./settings');

function valueOf(key) {
  return eval('settings.' + key);
//       ^^^^^^^^^^^^^^^^^^^^^^^ useObjectAccess
}

function call(name, argument) {
  return eval(name + '(' + JSON.stringify(argument) + ')');
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ useObjectAccess
}

module.exports = { valueOf, call };
