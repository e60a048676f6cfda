import { generateText } from 'ai';

const TOPICS = { weather: 'the weather', news: 'the news' };

export async function tell(topic) {
  return generateText({ model, prompt: `Tell me about ${TOPICS[topic]}`, messages: [] });
}
