// filename: posts.test.js
import { Post } from '../models/post.js';

test.each(['author', 'tags'])('joins %s', async (path) => {
  const post = await Post.findOne().populate(path);
  expect(post[path]).toBeDefined();
});
