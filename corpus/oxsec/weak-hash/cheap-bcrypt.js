const bcrypt = require('bcrypt');

class Accounts {
  async create(name, password) {
    const hash = await bcrypt.hash(password, 4);
//                     ^^^^^^^^^^^^^^^^^^^^^^^^ fewRounds
    return this.table.insert({ name, hash });
  }
}

module.exports = Accounts;
