import { sign } from 'jsonwebtoken';

// Quoted names and names that only begin like a sensitive one are out of the rule's sight.
export const issue = (user, key) =>
  sign({ 'email': user.email, emailVerified: user.verified, pinned: user.pinned, claims: { phone: user.phone } }, key);
