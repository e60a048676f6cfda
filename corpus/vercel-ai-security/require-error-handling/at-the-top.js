import { streamObject } from 'ai';

const stream = streamObject({ model, schema, prompt: 'List the planets' });
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missingErrorHandling
for await (const part of stream.partialObjectStream) {
  console.log(part);
}
