// options: {"userInputPatterns": ["ticket"]}
import { generateText } from 'ai';

export async function summary(ticket, message) {
  const short = await generateText({ model, prompt: `Sum up: ${ticket.text}` });
//                                                  ^^^^^^^^^^^^^^^^^^^^^^^^ unsafePrompt
  const reply = await generateText({ model, prompt: message });
  return [short, reply];
}
