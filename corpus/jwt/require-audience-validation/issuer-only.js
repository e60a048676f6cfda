import jwt from 'jsonwebtoken';

export async function onConnect(socket, keys) {
  const { token } = socket.handshake.auth;
  const claims = jwt.verify(token, await keys.current(), {
//                                                       ^ missingAudienceValidation
    algorithms: ['RS256'],
    issuer: 'https://id.example.com',
  });
  socket.join(`user:${claims.sub}`);
}
