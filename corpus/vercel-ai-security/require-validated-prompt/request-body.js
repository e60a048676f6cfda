import { streamText } from 'ai';

export async function POST(req) {
  const body = await req.json();
  const stream = streamText({ model, system: req.body.role, prompt: `Answer shortly: ${body.message}` });
//                                           ^^^^^^^^^^^^^ unsafeSystemPrompt
//                                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafePrompt
  return stream.toTextStreamResponse();
}
