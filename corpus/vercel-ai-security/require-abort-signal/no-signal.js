import { streamText } from 'ai';

export function POST(messages) {
  const result = streamText({ model, messages, maxTokens: 800 });
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missingAbortSignal
  return result.toTextStreamResponse();
}
