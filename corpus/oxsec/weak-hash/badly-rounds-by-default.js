const bcrypt = require('bcryptjs');

const ROUNDS = Number(process.env.ROUNDS) || 4;

exports.register = async (password) => {
  const salt = await bcrypt.genSalt(ROUNDS);
//                   ^^^^^^^^^^^^^^^^^^^^^^ fewRounds
  return bcrypt.hash(password, salt);
};
