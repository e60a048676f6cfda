const async = require('async');
const Promise = require('bluebird');
const pMap = require('p-map');
const pEachSeries = require('p-each-series');
const { exec } = require('child_process');

exports.a = (branches, done) => async.each(branches, (name, next) => exec('git branch -d ' + name, next), done);
//                                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.b = (branches, done) => async.forEach(branches, (name, next) => exec('git branch -d ' + name, next), done);
//                                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.c = (branches, done) => async.forEachSeries(branches, (name, next) => exec('git branch -d ' + name, next), done);
//                                                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.d = (branches, done) => async.map(branches, (name, next) => exec('git log ' + name, next), done);
//                                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.e = (branches, done) => async.mapSeries(branches, (name, next) => exec('git log ' + name, next), done);
//                                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.f = (branches, done) => async.filter(branches, (name, next) => exec('git log ' + name, next), done);
//                                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.g = (branches, done) => async.concat(branches, (name, next) => exec('git log ' + name, next), done);
//                                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.h = (tags, done) => async.eachOf(tags, (commit, name, next) => exec(`git tag ${name} ${commit}`, next), done);
//                                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.i = (tags, done) => async.eachOfSeries(tags, (commit, name, next) => exec('git tag ' + name, next), done);
//                                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.j = (tags, done) => async.forEachOf(tags, (commit, name, next) => exec('git show ' + commit, next), done);
//                                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.k = (tags, done) => async.forEachOfSeries(tags, (commit, name, next) => exec('git tag ' + name, next), done);
//                                                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.l = (branches) => Promise.map(branches, (name) => exec('git branch -d ' + name));
//                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.m = (branches) => Promise.each(branches, (name) => exec('git branch -d ' + name));
//                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.n = (branches) => Promise.mapSeries(branches, (name) => exec('git branch -d ' + name));
//                                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.o = (branches) => pMap(branches, (name) => exec('git branch -d ' + name), { concurrency: 2 });
//                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.p = (branches) => pEachSeries(branches, (name) => exec('git branch -d ' + name));
//                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
