export async function both(User, Post, id) {
  const user = await User.findOne({ id });
//                   ^^^^^^^^^^^^^^^^^^^^ useLean
  const posts = await Post.find({ author: id }).lean();
  return { user, posts };
}
