import fs from 'fs';
import { sanitize, inside } from './paths.js';

export function load(name) {
  const sanitizedName = sanitize(name);
  return fs.readFileSync(sanitizedName);
}

export const loadInside = (folder, name) => fs.readFileSync(inside(folder, name));
