import { execSync } from 'node:child_process';
import readline from 'node:readline';
import readlinePromises from 'node:readline/promises';
import prompt from 'prompt';
import inquirer from 'inquirer';
import readlineSync from 'readline-sync';

const { target } = await prompt.get(['target']);
execSync('make ' + target);
//@1 commandInjection

const answers = await inquirer.prompt([{ name: 'target' }]);
execSync('make ' + answers.target);
//@1 commandInjection

execSync('make ' + readlineSync.question('Target? '));
//@1 commandInjection

const terminal = readline.createInterface({ input: process.stdin });
terminal.question('Target? ', (answer) => execSync('make ' + answer));
//                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
terminal.on('line', (line) => execSync('make ' + line));
//                            ^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection

const promised = readlinePromises.createInterface({ input: process.stdin });
execSync('make ' + (await promised.question('Target? ')));
//@1 commandInjection

execSync('make ' + process.stdin.read());
//@1 commandInjection
