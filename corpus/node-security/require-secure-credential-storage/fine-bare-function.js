import { writeFile } from 'node:fs/promises';

// Called by its bare name.
export const save = (file, text) => writeFile(file, text);

export function setItem(map, key, value) {
  map.set(key, value);
}

setItem(new Map(), 'a', 1);
