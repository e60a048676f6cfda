import jwt from 'jsonwebtoken';

const defaults = { algorithm: 'HS256', expiresIn: '1h' };

export const issue = (id, audience) => jwt.sign({ sub: id }, process.env.JWT_SECRET, { ...defaults, audience });
