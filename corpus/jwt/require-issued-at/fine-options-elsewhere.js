import jwt from 'jsonwebtoken';

const options = { noTimestamp: true };

export const issue = (claims, key) => jwt.sign(claims, key, options);
export const issueQuoted = (claims, key) => jwt.sign(claims, key, { 'noTimestamp': true });
