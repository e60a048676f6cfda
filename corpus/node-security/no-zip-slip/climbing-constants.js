import { readFileSync } from 'node:fs';

const archiveRoot = '../uploads/archives';
//                  ^^^^^^^^^^^^^^^^^^^^^ pathTraversalInArchive
const FILE = { templates: '../../templates' };

export function readTemplate(name) {
  const home = '/home/deploy/templates';
//             ^^^^^^^^^^^^^^^^^^^^^^^^ dangerousArchiveDestination
  return readFileSync(`${home}/${FILE.templates}/${archiveRoot}/${name}`, 'utf8');
}
