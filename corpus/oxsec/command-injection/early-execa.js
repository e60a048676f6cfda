const execa = require('execa');

exports.branches = (remote) => execa.shell('git ls-remote ' + remote);
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection

exports.branchesNow = (remote) => execa.shellSync('git ls-remote ' + remote).stdout;
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection

exports.commandNow = (name) => execa.commandSync('npm view ' + name, { shell: true });
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection

exports.plain = (tool, args) => execa(tool, args);
//                              ^^^^^^^^^^^^^^^^^ commandInjection

exports.command = (name) => execa.command('npm view ' + name, { shell: true });
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection

exports.version = (tool) => execa.stdout(tool, ['--version']);
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection

exports.warnings = (tool) => execa.stderr(tool, ['--check']);
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection

exports.run = (tool, args) => execa.sync(tool, args);
//                            ^^^^^^^^^^^^^^^^^^^^^^ commandInjection

exports.worker = (file) => execa.node(file);
//                         ^^^^^^^^^^^^^^^^ commandInjection
