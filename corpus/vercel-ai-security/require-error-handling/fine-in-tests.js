// filename: answer.test.jsx
import { generateText } from 'ai';

test('answers', async () => {
  expect(await generateText({ model, prompt: 'hello' })).toBeDefined();
});
