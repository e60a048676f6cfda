import fs from 'node:fs';
import { parser } from './xml.js';

const settings = parser.parse(fs.readFileSync('/etc/app/settings.xml', 'utf8'), {
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ untrustedXmlSource
//                                                                              ^ externalEntityEnabled
  resolveExternals: true,
  validate: false,
});

const defaults = parser.parse(DEFAULTS, { expandEntityReferences: true });
//                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ externalEntityEnabled

export default { ...defaults, ...settings };
