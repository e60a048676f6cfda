import { streamObject } from 'ai';

console.log('planets');
export const stream = streamObject({ model, schema, prompt: 'List the planets' });
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missingAuditLogging
