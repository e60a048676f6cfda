import jwt_decode from 'jwt-decode';

const isExpired = (token) => jwt_decode(token).exp * 1000 < Date.now();
//                           ^^^^^^^^^^^^^^^^^ jwtDecodeLibrary

export async function request(url, token) {
  if (isExpired(token)) throw new Error('session expired');
  return fetch(url, { headers: { authorization: `Bearer ${token}` } });
}
