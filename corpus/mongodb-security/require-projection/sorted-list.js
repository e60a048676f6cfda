const Post = require('./models/post');

module.exports = async () => {
  const posts = await Post.find({ published: true }).sort('-at').limit(10).lean();
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ requireProjection
  return posts.map((post) => post.title);
};
