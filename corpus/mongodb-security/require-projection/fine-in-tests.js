// filename: posts.spec.tsx
import { Post } from '../models/post';

it('stores posts', async () => {
  expect(await Post.findOne({})).toMatchObject({ title: 'Hello' });
});
