import { Cors } from './middleware.js';

export default [Cors(), Cors({ Origins: '*' })];
//              ^^^^^^ permissiveCors
//                             ^^^^^^^^^^^^ permissiveCors
