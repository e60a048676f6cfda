// safe: other function
const bcrypt = require('bcrypt');

class Accounts {
  async check(account, password) {
    const matches = await bcrypt.compare(password, account.hash);
    return matches === true;
  }
}

module.exports = Accounts;
