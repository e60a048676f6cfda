import { jwtVerify, createRemoteJWKSet } from 'jose';

const issuer = 'https://id.example.com';

export async function readToken(token) {
  const options = { issuer, audience: 'api' };
  const { payload } = await jwtVerify(token, createRemoteJWKSet(new URL(`${issuer}/.well-known/jwks.json`)), {
    ...options,
    alg: 'HS512',
//       ^^^^^^^ algorithmConfusion
  });
  return payload;
}
