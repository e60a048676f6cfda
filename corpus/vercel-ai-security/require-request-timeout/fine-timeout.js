import { streamText } from 'ai';

export const talk = (messages, signal) => [
  streamText({ model, messages, timeout: 20_000 }),
  streamText({ model, messages, signal }),
  streamText({ model, messages, requestTimeout: 20_000 }),
];
