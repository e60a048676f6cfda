const { exec } = require('child_process');
const util = require('util');
const lodash = require('lodash');
const underscore = require('underscore');
const mutable = require('xtend/mutable');
const extend = require('extend');
const deepmerge = require('deepmerge');
const deepExtend = require('deep-extend');
const mergeOptions = require('merge-options');
const extendShallow = require('extend-shallow');
const justExtend = require('just-extend');
const merge = require('merge');
const mergeDeep = require('merge-deep');
const mixinDeep = require('mixin-deep');
const assignDeep = require('assign-deep');
const nodeExtend = require('node.extend');
const early = require('hoek');
const hoek = require('@hapi/hoek');

exports.a = (options) => exec('ls ' + lodash.assign({ folder: '.' }, options).folder);
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.b = (options) => exec('ls ' + lodash.assignIn({ folder: '.' }, options).folder);
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.c = (options) => exec('ls ' + lodash.extend({ folder: '.' }, options).folder);
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.d = (options) => exec('ls ' + lodash.merge({ folder: '.' }, options).folder);
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.e = (options) => exec('ls ' + _.assign({ folder: '.' }, options).folder);
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.f = (options) => exec('ls ' + _.assignIn({ folder: '.' }, options).folder);
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.g = (options) => exec('ls ' + _.extend({ folder: '.' }, options).folder);
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.h = (options) => exec('ls ' + _.merge({ folder: '.' }, options).folder);
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.i = (options) => exec('ls ' + underscore.extend({ folder: '.' }, options).folder);
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.j = (options) => exec('ls ' + underscore.extendOwn({ folder: '.' }, options).folder);
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.k = (options) => exec('ls ' + underscore.assign({ folder: '.' }, options).folder);
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.l = (options) => exec('ls ' + util._extend({ folder: '.' }, options).folder);
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.m = (options) => exec('ls ' + mutable({ folder: '.' }, options).folder);
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.n = (options) => exec('ls ' + extend(true, { folder: '.' }, options).folder);
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.o = (options) => exec('ls ' + deepmerge({ folder: '.' }, options).folder);
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.p = (options) => exec('ls ' + deepExtend({ folder: '.' }, options).folder);
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.q = (options) => exec('ls ' + mergeOptions({ folder: '.' }, options).folder);
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.r = (options) => exec('ls ' + extendShallow({ folder: '.' }, options).folder);
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.s = (options) => exec('ls ' + justExtend(true, { folder: '.' }, options).folder);
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.t = (options) => exec('ls ' + merge(true, { folder: '.' }, options).folder);
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.u = (options) => exec('ls ' + merge.recursive(true, { folder: '.' }, options).folder);
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.v = (options) => exec('ls ' + mergeDeep({ folder: '.' }, options).folder);
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.w = (options) => exec('ls ' + mixinDeep({ folder: '.' }, options).folder);
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.x = (options) => exec('ls ' + assignDeep({ folder: '.' }, options).folder);
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.y = (options) => exec('ls ' + nodeExtend(true, { folder: '.' }, options).folder);
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.z = (options) => exec('ls ' + early.applyToDefaults({ folder: '.' }, options).folder);
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.z2 = (options) => exec('ls ' + hoek.applyToDefaults({ folder: '.' }, options).folder);
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
