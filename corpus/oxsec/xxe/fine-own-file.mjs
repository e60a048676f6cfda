// safe: origin
import fs from 'node:fs';
import libxmljs from 'libxmljs';

export function loadCatalog() {
  return libxmljs.parseXml(fs.readFileSync('data/catalog.xml', 'utf8'), { noent: true });
}
