import { sign } from 'jsonwebtoken';
import { privateKey } from './keys.js';

export const apiToken = (client) =>
  sign({ sub: client.id, scope: client.scopes }, privateKey, {
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missingExpiration
    algorithm: 'ES256',
    issuer: 'https://id.example.com',
  });
