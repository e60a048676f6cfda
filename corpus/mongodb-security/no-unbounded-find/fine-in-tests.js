// filename: posts.test.jsx
import { Post } from '../models/post.js';

test('creates a post', async () => {
  const posts = await Post.find({});
  expect(posts).toHaveLength(1);
});
