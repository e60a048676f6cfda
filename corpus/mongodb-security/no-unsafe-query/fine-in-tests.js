// filename: users.spec.js
import { User } from '../models/user.js';

const email = 'a@example.com';

it('finds by mail', async () => {
  expect(await User.findOne({ email })).not.toBeNull();
});
