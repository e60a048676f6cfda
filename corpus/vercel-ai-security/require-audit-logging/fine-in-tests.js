// filename: answer.spec.ts
import { generateText } from 'ai';

it('answers', async () => {
  expect(await generateText({ model, prompt: 'hello' })).toBeDefined();
});
