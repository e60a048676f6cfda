const { exec } = require('child_process');
const lodash = require('lodash');
const underscore = require('underscore');
const defaults = require('defaults');
const objectDefaults = require('object.defaults');
const defaultsDeep = require('defaults-deep');

exports.a = (options) => exec('ls ' + lodash.defaultsDeep(options, { folder: '.' }).folder);
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.b = (options) => exec('ls ' + _.defaults({}, options, { folder: '.' }).folder);
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.c = (options) => exec('ls ' + _.defaultsDeep({}, options, { folder: '.' }).folder);
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.d = (options) => exec('ls ' + underscore.defaults(options, { folder: '.' }).folder);
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.e = (options) => exec('ls ' + defaults(options, { folder: '.' }).folder);
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.f = (options) => exec('ls ' + objectDefaults({}, options, { folder: '.' }).folder);
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.g = (options) => exec('ls ' + defaultsDeep({}, options, { folder: '.' }).folder);
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
