// filename: user.spec.js
import { User } from '../models/user.js';

afterEach(async () => {
  await User.deleteMany({});
});

it('starts without users', async () => {
  await User.updateOne({ email: 'a@example.com' }, { $set: { active: true } });
});
