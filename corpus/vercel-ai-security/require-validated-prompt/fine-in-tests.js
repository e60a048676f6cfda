// options: {"allowInTests": true}
// filename: answer.test.js
import { generateText } from 'ai';

test('answers', async () => {
  const userInput = 'hello';
  expect(await generateText({ model, prompt: userInput })).toBeDefined();
});
