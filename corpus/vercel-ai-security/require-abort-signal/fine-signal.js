import { streamText } from 'ai';

export function POST(request, messages) {
  const result = streamText({ model, messages, abortSignal: request.signal });
  return result.toTextStreamResponse();
}
