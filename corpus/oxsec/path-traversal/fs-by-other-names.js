const { promises } = require('fs');
const graceful = require('graceful-fs');
const mz = require('mz/fs');
const promised = require('fs-promise');
const path = require('path').posix;

exports.read = (name) => promises.readFile(path.join('/srv/files', name));
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.readGraceful = (name, done) => graceful.readFile(path.join('/srv/files', name), done);
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.readPromised = (name) => mz.readFile(path.join('/srv/files', name));
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.readEarly = (name) => promised.readFile(path.join('/srv/files', name));
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.readOfExtra = (name) => require('fs/promises').readFile(path.join('/srv/files', name));
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
