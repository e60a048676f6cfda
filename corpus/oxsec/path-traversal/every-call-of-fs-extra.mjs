import fs from 'fs-extra';
import path from 'node:path';


export const read = (name) => fs.readJson(path.join('/srv/files', name));
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
export const readNow = (name) => fs.readJsonSync(path.join('/srv/files', name));
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
export const readUpper = (name) => fs.readJSON(path.join('/srv/files', name));
//                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
export const readUpperNow = (name) => fs.readJSONSync(path.join('/srv/files', name));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
export const write = (name, data) => fs.writeJson(path.join('/srv/files', name), data);
//                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
export const writeNow = (name, data) => fs.writeJsonSync(path.join('/srv/files', name), data);
//                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
export const writeUpper = (name, data) => fs.writeJSON(path.join('/srv/files', name), data);
//                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
export const put = (name, data) => fs.outputJson(path.join('/srv/files', name), data);
//                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
export const putNow = (name, data) => fs.outputJsonSync(path.join('/srv/files', name), data);
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
export const save = (name, text) => fs.outputFile(path.join('/srv/files', name), text);
//                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
export const saveNow = (name, text) => fs.outputFileSync(path.join('/srv/files', name), text);
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
export const remove = (name) => fs.remove(path.join('/srv/files', name));
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
export const removeNow = (name) => fs.removeSync(path.join('/srv/files', name));
//                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
export const moveFrom = (name) => fs.move(path.join('/srv/files', name), '/srv/done');
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
export const moveTo = (name) => fs.move('/srv/new', path.join('/srv/files', name));
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
export const moveNow = (name) => fs.moveSync(path.join('/srv/files', name), '/srv/done');
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
export const copyFrom = (name) => fs.copy(path.join('/srv/files', name), '/srv/backup');
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
export const copyTo = (name) => fs.copy('/srv/backup', path.join('/srv/files', name));
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
export const copyFromNow = (name) => fs.copySync(path.join('/srv/files', name), '/srv/backup');
//                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
export const copyToNow = (name) => fs.copySync('/srv/backup', path.join('/srv/files', name));
//                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
export const ensure = (name) => fs.ensureFile(path.join('/srv/files', name));
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
export const ensureNow = (name) => fs.ensureFileSync(path.join('/srv/files', name));
//                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
export const folder = (name) => fs.ensureDir(path.join('/srv/files', name));
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
export const folderNow = (name) => fs.ensureDirSync(path.join('/srv/files', name));
//                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
export const empty = (name) => fs.emptyDir(path.join('/srv/files', name));
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
export const emptyNow = (name) => fs.emptyDirSync(path.join('/srv/files', name));
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
export const link = (name) => fs.createSymlink('/srv/current', path.join('/srv/files', name));
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
