import { render } from './page.js';

export async function page(ask, topic) {
  const answer = await ask(topic);
  const body = answer.content;
  return render(topic, body);
//                     ^^^^ unvalidatedOutput
}
