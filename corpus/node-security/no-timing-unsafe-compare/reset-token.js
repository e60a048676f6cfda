export class PasswordReset {
  constructor(users) {
    this.users = users;
  }

  async redeem(email, given) {
    const user = await this.users.byEmail(email);
    const open = user.resets.filter((reset) => reset.token == given && reset.until > Date.now());
//                                             ^^^^^^^^^^^^^^^^^^^^ timingUnsafeCompare
    return open.length > 0 ? user : null;
  }
}
