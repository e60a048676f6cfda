const path = require('path');
const rimraf = require('rimraf');
const mkdirp = require('mkdirp');
const makeDir = require('make-dir');
const del = require('del');

exports.remove = (name, done) => rimraf(path.join('/srv/files', name), done);
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.removeNow = (name) => rimraf.sync(path.join('/srv/files', name));
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.removeNamed = (name) => rimraf.rimraf(path.join('/srv/files', name));
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.removeNamedNow = (name) => rimraf.rimrafSync(path.join('/srv/files', name));
//                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.make = (name, done) => mkdirp(path.join('/srv/files', name), done);
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.makeNamed = (name) => mkdirp.mkdirp(path.join('/srv/files', name));
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.makeNow = (name) => mkdirp.sync(path.join('/srv/files', name));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.makeNamedNow = (name) => mkdirp.mkdirpSync(path.join('/srv/files', name));
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.makeNative = (name) => mkdirp.native(path.join('/srv/files', name));
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.makeNativeNow = (name) => mkdirp.nativeSync(path.join('/srv/files', name));
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.makeManual = (name) => mkdirp.manual(path.join('/srv/files', name));
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.makeManualNow = (name) => mkdirp.manualSync(path.join('/srv/files', name));
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.makeNamedNative = (name) => mkdirp.mkdirpNative(path.join('/srv/files', name));
//                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.makeNamedNativeNow = (name) => mkdirp.mkdirpNativeSync(path.join('/srv/files', name));
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.makeNamedManual = (name) => mkdirp.mkdirpManual(path.join('/srv/files', name));
//                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.makeNamedManualNow = (name) => mkdirp.mkdirpManualSync(path.join('/srv/files', name));
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.makeSimply = (name) => makeDir(path.join('/srv/files', name));
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.clear = (name) => del(path.join('/srv/files', name), { force: true });
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
