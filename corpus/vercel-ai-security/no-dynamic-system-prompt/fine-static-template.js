import { streamText } from 'ai';

export const talk = (messages) =>
  streamText({
    model,
    system: `You answer
in one sentence.`,
    messages,
  });
