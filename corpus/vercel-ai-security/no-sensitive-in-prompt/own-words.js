// options: {"sensitivePatterns": ["iban"]}
import { generateText } from 'ai';

export const letter = (customer) =>
  generateText({ model, prompt: `Write to ${customer.name} about ${customer.IBAN}`, system: customer.secret });
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sensitiveInPrompt
