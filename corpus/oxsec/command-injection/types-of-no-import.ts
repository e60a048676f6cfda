import { exec } from 'child_process';

export function typed(question: Request) { exec('ls ' + question.query.folder); }
//                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
export function named(question: express.Request) { exec('ls ' + question.query.folder); }
//                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
