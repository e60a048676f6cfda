import fs from 'fs';

export function readConfig() {
  const shared = fs.readFileSync('../shared/config.json', 'utf8');
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ fsPathTraversal
  const own = fs.readFileSync('./config.json', 'utf8');
  return { ...JSON.parse(shared), ...JSON.parse(own) };
}
