// options: {"allowOriginTrue": true}
import cors from 'cors';

export const open = cors({ origin: true });
export const withCookies = cors({ origin: true, credentials: true });
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ permissiveCors
