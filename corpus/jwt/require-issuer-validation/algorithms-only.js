import { verify } from 'jsonwebtoken';
import { keyFor } from './keys.js';

export function claims(token, tenant) {
  return verify(token, keyFor(tenant), { algorithms: ['RS256'] });
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^^ missingIssuerValidation
}
