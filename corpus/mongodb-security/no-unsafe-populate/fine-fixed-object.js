export async function load(Post, id) {
  return Post.findById(id).populate({ path: 'comments', populate: { path: 'author', select: 'name' } });
}
