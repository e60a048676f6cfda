const path = require('path');
const glob = require('glob');
const globby = require('globby');
const fastGlob = require('fast-glob');
const klaw = require('klaw');
const walkdir = require('walkdir');
const walk = require('walk');
const readdir = require('recursive-readdir');
const readdirp = require('readdirp');
const readPackage = require('read-pkg');

exports.glob = (name, done) => glob(path.join('/srv/files', name) + '/*.md', done);
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.globNow = (name) => glob.sync(path.join('/srv/files', name) + '/*.md');
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.globby = (name) => globby(path.join('/srv/files', name) + '/*.md');
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.globbyNow = (name) => globby.sync(path.join('/srv/files', name) + '/*.md');
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.fast = (name) => fastGlob(path.join('/srv/files', name) + '/*.md');
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.fastNow = (name) => fastGlob.sync(path.join('/srv/files', name) + '/*.md');
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.klaw = (name) => klaw(path.join('/srv/files', name));
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.walkdir = (name) => walkdir(path.join('/srv/files', name));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.walk = (name) => walk.walk(path.join('/srv/files', name), { followLinks: false });
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.all = (name) => readdir(path.join('/srv/files', name));
//                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.stream = (name) => readdirp(path.join('/srv/files', name));
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.package = (name) => readPackage({ cwd: path.join('/srv/files', name) });
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.packageEarly = (name) => readPackage(path.join('/srv/files', name));
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
