import bcrypt from 'bcryptjs';
//@1 preferNative

const ROUNDS = 12;

export async function hashPassword(password) {
  const salt = await bcrypt.genSalt(ROUNDS);
  return bcrypt.hash(password, salt);
}

export const verify = (password, hash) => bcrypt.compare(password, hash);
