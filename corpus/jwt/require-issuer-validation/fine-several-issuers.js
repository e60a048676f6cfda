import { jwtVerify } from 'jose';

const issuer = ['https://id.example.com', 'https://id.example.org'];

export async function claims(token, keys) {
  const { payload } = await jwtVerify(token, keys, { issuer, audience: 'api' });
  return payload;
}
