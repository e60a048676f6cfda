import { verify } from 'jsonwebtoken';

export const claims = (token, key) =>
  verify(token, key, {
//                   ^ missingMaxAge
    algorithms: ['RS256'],
    issuer: 'https://id.example.com',
    audience: 'https://api.example.com',
  });
