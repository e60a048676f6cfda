// filename: profile.spec.ts
import { User } from '../models/user';

it('hashes passwords', async () => {
  const user = await User.findOne({ email: 'a@example.com' });
  expect(user.password).not.toBe('secret');
});
