const { exec } = require('child_process');
const _ = require('lodash');
const deepmerge = require('deepmerge');
const defaultsDeep = require('defaults-deep');

// What the program says counts, whatever the caller gives.
exports.a = (options) => exec('ls ' + _.merge({}, options, { folder: '.' }).folder);
exports.b = (options) => exec('ls ' + deepmerge(options, { folder: '.' }).folder);
exports.c = (options) => exec('ls ' + _.defaultsDeep({ folder: '.' }, options).folder);
exports.d = (options) => exec('ls ' + defaultsDeep({ folder: '.' }, options).folder);
