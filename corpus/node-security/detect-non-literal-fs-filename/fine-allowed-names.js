import fs from 'fs';
import path from 'path';

const LOCALES = ['de', 'en', 'fr'];

export function texts(locale) {
  if (!LOCALES.includes(locale)) throw new RangeError(`no texts in ${locale}`);
  return JSON.parse(fs.readFileSync(path.join('locales', locale), 'utf8'));
}
