import { streamText } from 'ai';

export const run = (task, token) => streamText({ model, prompt: task, headers: { authorization: token } });
