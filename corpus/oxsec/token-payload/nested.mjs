import jwt from 'jsonwebtoken';

export class TokenService {
  sign(member) {
    return jwt.sign({ sub: member.id, member }, process.env.JWT_SECRET, { expiresIn: '30m' });
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ tokenPayload
  }
}
