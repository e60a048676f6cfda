import { User } from './models/user.js';

export async function changePassword(userId, password) {
  const result = await User.updateOne({ _id: userId }, { $set: { password } });
//                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ bypassMiddleware
  if (result.matchedCount === 0) {
    throw new Error('no such user');
  }
}
