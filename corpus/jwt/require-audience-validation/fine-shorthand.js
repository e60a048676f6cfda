import { verify } from 'jsonwebtoken';

const audience = /^https:\/\/.*\.example\.com$/;

export const check = (token, key, done) => verify(token, key, { algorithms: ['ES256'], audience }, done);
