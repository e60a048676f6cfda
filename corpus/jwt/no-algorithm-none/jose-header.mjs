import * as jose from 'jose';

const secret = new TextEncoder().encode(process.env.SECRET);

export async function readSession(cookie) {
  const { payload } = await jose.jwtVerify(cookie, secret, {
    alg: 'none',
//       ^^^^^^ algorithmNone
    audience: 'urn:shop:web',
  });
  return payload;
}

export const readInvite = (token) =>
  jose?.jwtVerify(token, secret, { algorithms: ['NONE', 'HS256', 'none'] });
//                                              ^^^^^^ algorithmNoneInArray
//                                                               ^^^^^^ algorithmNoneInArray
