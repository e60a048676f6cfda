const fs = require('fs');
const path = require('path');

exports.long = (name) => fs.readFileSync(path.toNamespacedPath(path.join('/srv/files', name)));
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.early = (name) => fs.readFileSync(path._makeLong(path.join('/srv/files', name)));
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.real = (name) => fs.readFileSync(fs.realpathSync(path.join('/srv/files', name)));
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.native = (name) => fs.readFileSync(fs.realpathSync.native(path.join('/srv/files', name)));
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.promised = async (name) => fs.readFileSync(await fs.promises.realpath(path.join('/srv/files', name)));
//                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.called = (name, done) => {
  fs.realpath(path.join('/srv/files', name), (error, real) => fs.readFile(real, done));
//                                                            ^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
};
exports.normal = (name) => fs.readFileSync(path.normalize('/srv/files/' + name));
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.folder = (name) => fs.readFileSync(path.dirname('/srv/files/' + name) + '/index.md');
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.parsed = (name) => fs.readFileSync('/srv/files/' + path.parse(name).dir + '/index.md');
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.extension = (name) => fs.readFileSync('/srv/icons/file' + path.extname(name) + '/' + name);
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.resolved = (name) => fs.readFileSync(path.resolve('/srv/files', name));
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
