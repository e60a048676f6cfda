const fs = require('fs');
const path = require('path');

exports.read = (name, done) => fs.readFile(path.join('/srv/files', name), done);
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.write = (name, text, done) => fs.writeFile(path.join('/srv/files', name), text, done);
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.writeNow = (name, text) => fs.writeFileSync(path.join('/srv/files', name), text);
//                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.append = (name, line, done) => fs.appendFile(path.join('/srv/files', name), line, done);
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.appendNow = (name, line) => fs.appendFileSync(path.join('/srv/files', name), line);
//                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.stream = (name) => fs.createReadStream(path.join('/srv/files', name));
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.receive = (name, body) => body.pipe(fs.createWriteStream(path.join('/srv/files', name)));
//                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.open = (name, done) => fs.open(path.join('/srv/files', name), 'r', done);
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.openNow = (name) => fs.openSync(path.join('/srv/files', name), 'r');
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.unlink = (name, done) => fs.unlink(path.join('/srv/files', name), done);
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.unlinkNow = (name) => fs.unlinkSync(path.join('/srv/files', name));
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.rm = (name, done) => fs.rm(path.join('/srv/files', name), { recursive: true }, done);
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.rmNow = (name) => fs.rmSync(path.join('/srv/files', name), { recursive: true });
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.rmdir = (name, done) => fs.rmdir(path.join('/srv/files', name), done);
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.rmdirNow = (name) => fs.rmdirSync(path.join('/srv/files', name));
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.list = (name, done) => fs.readdir(path.join('/srv/files', name), done);
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.listNow = (name) => fs.readdirSync(path.join('/srv/files', name));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.opendir = (name, done) => fs.opendir(path.join('/srv/files', name), done);
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.opendirNow = (name) => fs.opendirSync(path.join('/srv/files', name));
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.mkdir = (name, done) => fs.mkdir(path.join('/srv/files', name), { recursive: true }, done);
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.mkdirNow = (name) => fs.mkdirSync(path.join('/srv/files', name), { recursive: true });
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.backup = (name, done) => fs.copyFile(path.join('/srv/files', name), '/srv/backup/last', done);
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.restore = (name, done) => fs.copyFile('/srv/backup/last', path.join('/srv/files', name), done);
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.backupNow = (name) => fs.copyFileSync(path.join('/srv/files', name), '/srv/backup/last');
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.restoreNow = (name) => fs.copyFileSync('/srv/backup/last', path.join('/srv/files', name));
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.copyFrom = (name, done) => fs.cp(path.join('/srv/files', name), '/srv/backup/all', { recursive: true }, done);
//                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.copyTo = (name, done) => fs.cp('/srv/backup/all', path.join('/srv/files', name), { recursive: true }, done);
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.copyFromNow = (name) => fs.cpSync(path.join('/srv/files', name), '/srv/backup/all', { recursive: true });
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.copyToNow = (name) => fs.cpSync('/srv/backup/all', path.join('/srv/files', name), { recursive: true });
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.rename = (name, done) => fs.rename(path.join('/srv/files', name), '/srv/done', done);
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.renameTo = (name, done) => fs.rename('/srv/new', path.join('/srv/files', name), done);
//                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.renameNow = (name) => fs.renameSync(path.join('/srv/files', name), '/srv/done');
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.renameToNow = (name) => fs.renameSync('/srv/new', path.join('/srv/files', name));
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.chmod = (name, done) => fs.chmod(path.join('/srv/files', name), 0o600, done);
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.chmodNow = (name) => fs.chmodSync(path.join('/srv/files', name), 0o600);
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.chown = (name, done) => fs.chown(path.join('/srv/files', name), 33, 33, done);
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.chownNow = (name) => fs.chownSync(path.join('/srv/files', name), 33, 33);
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.lchown = (name, done) => fs.lchown(path.join('/srv/files', name), 33, 33, done);
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.symlink = (name, done) => fs.symlink('/srv/current', path.join('/srv/files', name), done);
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.symlinkNow = (name) => fs.symlinkSync('/srv/current', path.join('/srv/files', name));
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.link = (name, done) => fs.link('/srv/current', path.join('/srv/files', name), done);
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.linkNow = (name) => fs.linkSync('/srv/current', path.join('/srv/files', name));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.truncate = (name, done) => fs.truncate(path.join('/srv/files', name), 0, done);
//                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.truncateNow = (name) => fs.truncateSync(path.join('/srv/files', name), 0);
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.temporary = (name, done) => fs.mkdtemp(path.join('/srv/files', name), done);
//                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.temporaryNow = (name) => fs.mkdtempSync(path.join('/srv/files', name));
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.readlink = (name, done) => fs.readlink(path.join('/srv/files', name), done);
//                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.readlinkNow = (name) => fs.readlinkSync(path.join('/srv/files', name));
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.watch = (name, changed) => fs.watch(path.join('/srv/files', name), changed);
//                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.watchFile = (name, changed) => fs.watchFile(path.join('/srv/files', name), changed);
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.touch = (name, done) => fs.utimes(path.join('/srv/files', name), new Date(), new Date(), done);
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.touchNow = (name) => fs.utimesSync(path.join('/srv/files', name), new Date(), new Date());
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.space = (name, done) => fs.statfs(path.join('/srv/files', name), done);
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
exports.blob = (name) => fs.openAsBlob(path.join('/srv/files', name));
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
