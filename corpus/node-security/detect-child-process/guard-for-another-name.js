const { spawn: start } = require('child_process');
const { spawn } = require('child_process');

const TOOLS = ['ffmpeg', 'sox'];

function run(tool, file) {
  if (!TOOLS.includes(tool)) {
    console.warn('unknown tool');
    return null;
  }
  // The guard begins with something else than return or throw.
  return spawn(tool, [file]);
//       ^^^^^^^^^^^^^^^^^^^ childProcessCommandInjection
}

function runAll(tool, files) {
  if (!TOOLS.includes(tool)) return [];
  return files.map((file) => {
    return spawn('nice', [file]);
//         ^^^^^^^^^^^^^^^^^^^^^ childProcessCommandInjection
  });
}

module.exports = { run, runAll, start };
