import { MyQueueClient } from './queue.js';

export const queue = new MyQueueClient({ accessKeyId: 'local', secretAccessKey: 'local' });
//                                       ^^^^^^^^^^^^^^^^^^^^ hardcodedCredentials
//                                                             ^^^^^^^^^^^^^^^^^^^^^^^^ hardcodedCredentials
