// A method that is called `verify` and takes one argument verifies no token.
export class Signup {
  constructor(captcha, mailer) {
    this.captcha = captcha;
    this.mailer = mailer;
  }

  async submit(form) {
    await this.captcha.verify(form.captcha);
    await this.mailer.verify();
    return this.mailer.send(form.email, 'Welcome');
  }
}
