import jwt from 'jsonwebtoken';

export const check = (token) => jwt.verify(token, 'mySuperSecretKey123');
//                                                ^^^^^^^^^^^^^^^^^^^^^ hardcodedSecret
