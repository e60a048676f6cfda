const isPlain = require('is-plain-object');
const { isPlainObject } = require('is-plain-object');
const { isPlainObject: isPlainOfLodash, isObject: isObjectOfLodash } = require('lodash');
const isobject = require('isobject');
const isExtendable = require('is-extendable');
const isObject = require('is-object');
const underscore = require('underscore');
const isObj = require('is-obj');

exports.merge1 = function merge1(to, from) {
  for (const key in from) {
    if (isPlain(from[key]) && to[key]) merge1(to[key], from[key]);
    else to[key] = from[key];
//       ^^^^^^^^^^^^^^^^^^^ prototypePollution
  }
};

exports.merge2 = function merge2(to, from) {
  for (const key in from) {
    if (isPlainObject(from[key]) && to[key]) merge2(to[key], from[key]);
    else to[key] = from[key];
//       ^^^^^^^^^^^^^^^^^^^ prototypePollution
  }
};

exports.merge3 = function merge3(to, from) {
  for (const key in from) {
    if (isPlainOfLodash(from[key]) && to[key]) merge3(to[key], from[key]);
    else to[key] = from[key];
//       ^^^^^^^^^^^^^^^^^^^ prototypePollution
  }
};

exports.merge4 = function merge4(to, from) {
  for (const key in from) {
    if (isObjectOfLodash(from[key]) && to[key]) merge4(to[key], from[key]);
    else to[key] = from[key];
//       ^^^^^^^^^^^^^^^^^^^ prototypePollution
  }
};

exports.merge5 = function merge5(to, from) {
  for (const key in from) {
    if (isobject(from[key]) && to[key]) merge5(to[key], from[key]);
    else to[key] = from[key];
//       ^^^^^^^^^^^^^^^^^^^ prototypePollution
  }
};

exports.merge6 = function merge6(to, from) {
  for (const key in from) {
    if (isExtendable(from[key]) && to[key]) merge6(to[key], from[key]);
    else to[key] = from[key];
//       ^^^^^^^^^^^^^^^^^^^ prototypePollution
  }
};

exports.merge7 = function merge7(to, from) {
  for (const key in from) {
    if (_.isObject(from[key]) && to[key]) merge7(to[key], from[key]);
    else to[key] = from[key];
//       ^^^^^^^^^^^^^^^^^^^ prototypePollution
  }
};

exports.merge8 = function merge8(to, from) {
  for (const key in from) {
    if (_.isPlainObject(from[key]) && to[key]) merge8(to[key], from[key]);
    else to[key] = from[key];
//       ^^^^^^^^^^^^^^^^^^^ prototypePollution
  }
};

exports.merge9 = function merge9(to, from) {
  for (const key in from) {
    if (isObject(from[key]) && to[key]) merge9(to[key], from[key]);
    else to[key] = from[key];
//       ^^^^^^^^^^^^^^^^^^^ prototypePollution
  }
};

exports.merge10 = function merge10(to, from) {
  for (const key in from) {
    if (underscore.isObject(from[key]) && to[key]) merge10(to[key], from[key]);
    else to[key] = from[key];
//       ^^^^^^^^^^^^^^^^^^^ prototypePollution
  }
};

exports.merge11 = function merge11(to, from) {
  for (const key in from) {
    if (isObj(from[key]) && to[key]) merge11(to[key], from[key]);
    else to[key] = from[key];
//       ^^^^^^^^^^^^^^^^^^^ prototypePollution
  }
};
