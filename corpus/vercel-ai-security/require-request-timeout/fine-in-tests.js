// filename: answer.spec.js
import { generateText } from 'ai';

it('answers', async () => {
  expect(await generateText({ model, prompt: 'hello' })).toBeDefined();
});
