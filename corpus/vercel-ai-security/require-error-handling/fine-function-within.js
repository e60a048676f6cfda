import { generateText } from 'ai';

export function start(queue) {
  try {
    queue.process((job) => generateText({ model, prompt: job.text }));
  } finally {
    queue.close();
  }
}
