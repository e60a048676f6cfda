// options: {"strictMode": true}
import { signJWT } from './tokens.js';

export function receipt(order, key) {
  const issued = Math.floor(order.paidAt / 1000);
  return signJWT({ 'iat': issued, order: order.id }, key, { noTimestamp: true });
//                                                        ^^^^^^^^^^^^^^^^^^^^^ missingIssuedAt
}
