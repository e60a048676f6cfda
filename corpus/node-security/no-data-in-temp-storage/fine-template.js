import fs from 'node:fs';

export function write(id, text) {
  // A template is no literal.
  fs.writeFileSync(`/tmp/${id}.txt`, text);
}

export const temperature = 'warm', template = 'page.html';
