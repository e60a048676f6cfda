const RELATIONS = { author: 'author', tags: 'tags' };

export async function load(Post, id, name) {
  return Post.findById(id).populate(RELATIONS[name]).populate(['comments']);
}
