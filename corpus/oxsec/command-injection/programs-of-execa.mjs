import { execa, execaSync, execaCommand, execaCommandSync, execaNode } from 'execa';

export const run = (tool) => execa(tool, ['--version']);
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection

export const runNow = (tool) => execaSync(tool, ['--version']);
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection

export const command = (branch) => execaCommand(`git checkout ${branch}`, { shell: true });
//                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection

export const commandNow = (branch) => execaCommandSync(`git checkout ${branch}`, { shell: true });
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection

export const script = (file) => execaNode(file, ['--check']);
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
