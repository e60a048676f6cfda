import cors from 'cors';

export const api = cors({ origin: '*' });
//                      ^^^^^^^^^^^^^^^ permissiveCors
export const preflight = (app) => app.options('*', cors());
//                                                 ^^^^^^ permissiveCors
