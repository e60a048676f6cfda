'use strict';

var _interopRequireDefault = require('@babel/runtime-corejs3/helpers/interopRequireDefault');
var _create = _interopRequireDefault(require('@babel/runtime-corejs3/core-js/object/create'));
var known = (0, _create.default)(Object.prototype);

exports.add = function (from, to, weight) {
  known[from] = known[from] || {};
  known[from][to] = weight;
//^^^^^^^^^^^^^^^^^^^^^^^^ prototypePollution
};
