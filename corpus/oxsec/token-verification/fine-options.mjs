// safe: other function
import jwt from 'jsonwebtoken';

const OPTIONS = { algorithms: ['RS256'], audience: 'api', clockTolerance: 5 };

export const claimsOf = (token, key) => jwt.verify(token, key, OPTIONS);
