export class Verification {
  constructor(mailer) {
    this.mailer = mailer;
  }

  async start(user) {
    const otp = Math.floor(100000 + Math.random() * 900000);
//        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ insecureRandomness
    await this.mailer.send(user.email, `Your code is ${otp}`);
    return otp;
  }
}
