export async function byId(Post, id, find) {
  const post = await Post.findById(id);
  const count = await Post.countDocuments({ author: post.author });
  return { post, count, next: find(post) };
}
