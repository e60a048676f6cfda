'use strict';

var _interopRequireDefault = require('@babel/runtime-corejs3/helpers/interopRequireDefault');
var _create = _interopRequireDefault(require('@babel/runtime-corejs3/core-js/object/create'));
var known = (0, _create.default)(null);

exports.add = function (from, to, weight) {
  known[from] = known[from] || (0, _create.default)(null);
  known[from][to] = weight;
};
