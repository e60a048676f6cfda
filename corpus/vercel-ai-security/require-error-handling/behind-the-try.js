import { streamText } from 'ai';

export async function talk(messages, load) {
  let model;
  try {
    model = await load();
  } catch (error) {
    model = 'small';
  }
  return streamText({ model, messages });
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missingErrorHandling
}
