// filename: list.test.js
import { User } from '../models/user.js';

it('stores users', async () => {
  expect(await User.find({})).toHaveLength(2);
});
