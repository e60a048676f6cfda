import { jwtVerify } from 'jose';

const maxAge = '30m';

export async function read(token, key) {
  const { payload } = await jwtVerify(token, key, { maxAge, issuer: 'https://id.example.com' });
  return payload;
}
