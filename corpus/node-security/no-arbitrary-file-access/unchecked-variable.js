import fs from 'fs';

export function save(name, text) {
  const file = './notes/' + name;
  fs.writeFileSync(file, text);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
}

export function list(folder) {
  return fs.readdirSync(folder).filter((entry) => entry.endsWith('.md'));
//       ^^^^^^^^^^^^^^^^^^^^^^ violationDetected
}
