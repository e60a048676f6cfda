import jwt from 'jsonwebtoken';

const seconds = () => Math.floor(Date.now() / 1000);

export const issue = (sub) => jwt.sign({ sub, iat: seconds() }, `changeme-before-going-live-please-do`);
//                                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ weakSecret

export const issueShort = (sub) => jwt.sign({ sub, iat: seconds() }, `p4ssphrase`);
//                                                                   ^^^^^^^^^^^^ weakSecret
