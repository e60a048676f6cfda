import { User } from './models/user.js';

export async function changePassword(userId, password) {
  const user = await User.findById(userId);
  if (!user) {
    throw new Error('no such user');
  }
  user.password = password;
  await user.save();
}
