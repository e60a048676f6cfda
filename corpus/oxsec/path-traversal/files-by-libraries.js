const path = require('path');
const jsonfile = require('jsonfile');
const loadJsonFile = require('load-json-file');
const writeJsonFile = require('write-json-file');
const writeFileAtomic = require('write-file-atomic');
const chownr = require('chownr');
const ncp = require('ncp');
const cpy = require('cpy');
const AdmZip = require('adm-zip');
const send = require('koa-send');
const tmp = require('tmp');

exports.read = (name) => jsonfile.readFile(path.join('/srv/files', name));
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.readNow = (name) => jsonfile.readFileSync(path.join('/srv/files', name));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.write = (name, data) => jsonfile.writeFile(path.join('/srv/files', name), data);
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.writeNow = (name, data) => jsonfile.writeFileSync(path.join('/srv/files', name), data);
//                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.load = (name) => loadJsonFile(path.join('/srv/files', name));
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.loadNow = (name) => loadJsonFile.sync(path.join('/srv/files', name));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.save = (name, data) => writeJsonFile(path.join('/srv/files', name), data);
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.replace = (name, text, done) => writeFileAtomic(path.join('/srv/files', name), text, done);
//                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.own = (name, done) => chownr(path.join('/srv/files', name), 33, 33, done);
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.ownNow = (name) => chownr.sync(path.join('/srv/files', name), 33, 33);
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.copyFrom = (name, done) => ncp(path.join('/srv/files', name), '/srv/backup', done);
//                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.copyTo = (name, done) => ncp('/srv/backup', path.join('/srv/files', name), done);
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.backup = (name) => cpy(path.join('/srv/files', name), '/srv/backup');
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.archive = (name) => new AdmZip(path.join('/srv/files', name)).getEntries();
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.pack = (name) => {
  const zip = new AdmZip();
  zip.addLocalFile(path.join('/srv/files', name));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
  return zip.toBuffer();
};
exports.unpack = (folder) => new AdmZip('/srv/base.zip').extractAllTo(path.join('/srv/files', folder), true);
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.answer = (context, name) => send(context, path.join('/srv/files', name));
//                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.temporary = (name, done) => tmp.file({ name: path.join('/srv/files', name) }, done);
//                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.temporaryIn = (folder, done) => tmp.file({ dir: path.join('/srv/files', folder) }, done);
//                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
