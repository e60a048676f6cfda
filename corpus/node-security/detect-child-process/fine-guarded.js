import { execFile, spawn } from 'child_process';

const FORMATS = new Set(['png', 'webp']);
const TOOLS = ['convert', 'identify'];

export function run(tool, format, done) {
  if (!TOOLS.includes(tool)) throw new Error(`unknown tool ${tool}`);
  if (!FORMATS.has(format)) throw new Error(`unknown format ${format}`);
  execFile(tool, [format], done);
}

export function maybe(tool) {
  if (TOOLS.includes(tool)) {
    return spawn(tool, ['--help']);
  }
  return null;
}
