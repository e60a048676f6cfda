const fs = require('fs');
const path = require('path');
const util = require('util');
const Bluebird = require('bluebird');
const pify = require('pify');
const { promisify } = require('es6-promisify');
const thenify = require('thenify');

const read = util.promisify(fs.readFile);
const readByBluebird = Bluebird.promisify(fs.readFile);
const all = Bluebird.promisifyAll(fs);
const readByPify = pify(fs.readFile);
const readByPromisify = promisify(fs.readFile);
const readByThenify = thenify(fs.readFile);
const back = util.callbackify(fs.promises.readFile);

exports.one = (name) => read(path.join('/srv/files', name));
//                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.two = (name) => readByBluebird(path.join('/srv/files', name));
//                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.three = (name) => all.unlink(path.join('/srv/files', name));
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.four = (name) => readByPify(path.join('/srv/files', name));
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.five = (name) => readByPromisify(path.join('/srv/files', name));
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.six = (name) => readByThenify(path.join('/srv/files', name));
//                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.seven = (name, done) => back(path.join('/srv/files', name), done);
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
