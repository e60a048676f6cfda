const { execSync } = require('child_process');
const commander = require('commander');
const { program, Command } = require('commander');

const command = new Command();

execSync('git fetch ' + commander.opts().remote);
//@1 commandInjection
execSync('git fetch ' + program.opts().remote);
//@1 commandInjection
execSync('git fetch ' + command.opts().remote);
//@1 commandInjection
execSync('git fetch ' + commander.args[0]);
//@1 commandInjection
execSync('git fetch ' + program.args[0]);
//@1 commandInjection

commander.command('fetch <remote>').action((remote) => execSync('git fetch ' + remote));
//                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
program.command('pull <remote>').action((remote) => execSync('git pull ' + remote));
//                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
command.command('push <remote>').action((remote) => execSync('git push ' + remote));
//                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
