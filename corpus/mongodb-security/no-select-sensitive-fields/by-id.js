import { User } from './models/user.js';

export async function profile(req, res) {
  const user = await User.findById(req.params.id);
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ selectSensitiveFields
  res.json(user);
}
