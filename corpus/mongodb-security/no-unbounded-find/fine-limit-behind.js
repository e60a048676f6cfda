export async function page(Post, number) {
  const posts = await Post.find({ published: true }).limit(20).skip(20 * number);
  return posts;
}
