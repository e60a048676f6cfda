export async function load(Post, request) {
  const post = await Post.findById(request.params.id).populate({
//@22 unsafePopulate
    select: 'name',
    path: request.query.path,
  });
  const field = 'author';
  return Post.populate(post, { path: field });
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafePopulate
}
