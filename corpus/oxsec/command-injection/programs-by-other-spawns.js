const spawn = require('cross-spawn');
const spawnAsync = require('cross-spawn-async');
const spawnWithin = require('foreground-child');
const { foregroundChild } = require('foreground-child');
const spawnPromise = require('cross-spawn-promise');
const awaitSpawn = require('await-spawn');
const winSpawn = require('win-spawn');
const spawnSync = require('spawn-sync');
const expoSpawn = require('@expo/spawn-async');
const respawn = require('respawn');
const childProcessPromise = require('child-process-promise');
const shell = require('shelljs');
const pty = require('node-pty');

exports.start = (tool, args) => spawn(tool, args, { stdio: 'inherit' });
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.startAgain = (tool, args) => spawn.spawn(tool, args);
//                                   ^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.startNow = (tool, args) => spawn.sync(tool, args);
//                                 ^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.ofPromise = (tool, args) => childProcessPromise.spawn(tool, args);
//                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.fileOfPromise = (tool, args) => childProcessPromise.execFile(tool, args);
//                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.startAsync = (tool, args) => spawnAsync(tool, args);
//                                   ^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.within = (tool, args) => spawnWithin(tool, args);
//                               ^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.around = (tool, args) => foregroundChild(tool, args);
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.promised = (tool, args) => spawnPromise(tool, args);
//                                 ^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.awaited = async (tool, args) => String(await awaitSpawn(tool, args));
//                                                   ^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.onWindows = (tool, args) => winSpawn(tool, args);
//                                  ^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.now = (tool, args) => spawnSync(tool, args).stdout;
//                            ^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.expo = (tool, args) => expoSpawn(tool, args);
//                             ^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.forever = (tool) => respawn([tool, 'server.js'], { maxRestarts: 10 }).start();
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.quiet = (tool) => shell.cmd(tool, '--quiet');
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.terminal = (tool) => pty.spawn(tool, [], { cols: 80, rows: 30 });
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
