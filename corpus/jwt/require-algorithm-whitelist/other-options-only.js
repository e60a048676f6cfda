import { verify } from 'jsonwebtoken';

export async function currentUser(ctx) {
  const token = ctx.cookies.get('session');
  const claims = verify(token, ctx.state.key, { issuer: 'https://id.example.com', maxAge: '1h' });
//                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missingAlgorithmWhitelist
  return ctx.users.find(claims.sub);
}
