// options: {"allowLiterals": true}
import fs from 'fs';

export const manifest = JSON.parse(fs.readFileSync('../package.json', 'utf8'));
export const licence = fs.readFileSync('../LICENSE', 'utf8');
