const { Client } = require('ssh2');
const Connection = require('ssh2');
const { SSH2Stream } = require('ssh2-streams');
const SSH2Promise = require('ssh2-promise');
const { NodeSSH } = require('node-ssh');
const SimpleSSH = require('simple-ssh');

const connection = new Client();
const early = new Connection();
const stream = new SSH2Stream();
const promised = new SSH2Promise({ host: 'build' });
const node = new NodeSSH();
const simple = new SimpleSSH({ host: 'build' });

exports.logs = (unit, done) => connection.exec('journalctl -u ' + unit, done);
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.logsEarly = (unit, done) => early.exec('journalctl -u ' + unit, done);
//                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.logsStream = (channel, unit) => stream.exec(channel, 'journalctl -u ' + unit, true);
//                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.logsPromised = (unit) => promised.exec('journalctl -u ' + unit);
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.logsNode = (unit) => node.execCommand('journalctl -u ' + unit);
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.run = (tool) => node.exec(tool, ['--version']);
//                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
exports.logsSimple = (unit) => simple.exec('journalctl -u ' + unit).start();
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
