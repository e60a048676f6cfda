import { sign } from 'jsonwebtoken';

const DAY = 24 * 60 * 60;

export function issueDraftToken(draft) {
  const payload = {
    sub: draft.ownerId,
    draft: draft.id,
    exp: Math.floor(Date.now() / 1000) + DAY,
  };
  return sign(payload, null, { algorithm: 'None' });
//                                        ^^^^^^ algorithmNone
}
