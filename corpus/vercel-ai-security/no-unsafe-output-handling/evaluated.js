import { generateText } from 'ai';

export async function compute(question) {
  const result = await generateText({ model, prompt: question });
  return eval(result.text);
//            ^^^^^^^^^^^ unsafeOutputExecution
}
