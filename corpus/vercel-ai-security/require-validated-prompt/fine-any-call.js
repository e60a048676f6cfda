import { streamText } from 'ai';

export const story = (input) =>
  streamText({ model, system: 'You tell stories.', prompt: `Begin with: ${String(input.query)}` });
