const shell = require('shelljs');
const execAsync = require('exec-async');
const remoteExec = require('remote-exec');
const mz = require('mz/child_process');
const execSh = require('exec-sh');
const sudo = require('sudo-prompt');
const es6 = require('child-process-es6-promise');
const asyncExecute = require('async-execute');
const nexpect = require('nexpect');
const gulpShell = require('gulp-shell');
const childProcessPromise = require('child-process-promise');
const promisified = require('promisify-child-process');
const cmd = require('node-cmd');
const ps = require('ps-node');

exports.list = (folder) => shell.exec('ls ' + folder);
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.listAsync = (folder) => execAsync('ls ' + folder);
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.listThere = (hosts, folder, done) => remoteExec(hosts, ['ls ' + folder], {}, done);
//                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.listPromised = (folder) => mz.exec('ls ' + folder);
//                                 ^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.listNow = (folder) => mz.execSync('ls ' + folder);
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.listShown = (folder) => execSh('ls ' + folder);
//                              ^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.listLater = (folder) => execSh.promise('ls ' + folder, true);
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.listByPromise = (folder) => childProcessPromise.exec('ls ' + folder);
//                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.listByPromisify = (folder) => promisified.exec('ls ' + folder);
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.listByCmd = (folder) => cmd.run('ls ' + folder);
//                              ^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.listByGet = (folder, done) => cmd.get('ls ' + folder, done);
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.install = (name, done) => sudo.exec('apt-get install -y ' + name, { name: 'Installer' }, done);
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.count = (folder) => es6.exec('ls ' + folder + ' | wc -l');
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.measure = (folder) => asyncExecute('du -sh ' + folder);
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.login = (host) => nexpect.spawn('ssh ' + host).expect('password:');
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.task = (folder) => gulpShell.task('rm -r ' + folder);
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.processes = (user, done) => ps.lookup({ command: 'node', psargs: 'u -U ' + user }, done);
//                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
