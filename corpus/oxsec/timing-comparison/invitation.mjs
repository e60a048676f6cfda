import { createHmac } from 'node:crypto';

export class Invitations {
  accepts(invitation, code) {
    const expected = createHmac('sha256', process.env.INVITE_KEY).update(invitation.email).digest('base64url');
    return code === expected && invitation.until > Date.now();
//         ^^^^^^^^^^^^^^^^^ timingComparison
  }
}
