import { sign } from 'jsonwebtoken';

export class Invitations {
  constructor(mailer) {
    this.mailer = mailer;
  }

  async invite(email, team) {
    const token = sign({ team: team.id }, 'k3y-0f-the-sh0p', { expiresIn: '2d', subject: email });
//                                        ^^^^^^^^^^^^^^^^^ shortSecret
    await this.mailer.send(email, 'You are invited', `https://shop.example/join?token=${token}`);
  }
}
