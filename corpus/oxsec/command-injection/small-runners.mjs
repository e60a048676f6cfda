import { exec } from 'tinyexec';
import spawn from 'nano-spawn';
import opener from 'opener';
import { openApp } from 'open';
import npmRun from 'npm-run';

export const version = (tool) => exec(tool, ['--version']);
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection

export const check = (tool) => spawn(tool, ['--check']);
//                             ^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection

export const show = (report, browser) => opener('file:///tmp/report.html', { command: browser });
//                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection

export const open = (page) => opener(page);
//                            ^^^^^^^^^^^^ commandInjection

export const launch = (app) => openApp(app);
//                             ^^^^^^^^^^^^ commandInjection

export const script = (name, done) => npmRun.exec(`eslint ${name}`, done);
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
