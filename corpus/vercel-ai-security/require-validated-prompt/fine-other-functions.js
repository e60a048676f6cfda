import { render } from './render.js';

export function show(userInput, query) {
  return render({ prompt: userInput, system: query });
}
