const Post = require('./models/post');

module.exports = async function latest() {
  return Post.find({ published: true }).sort({ publishedAt: -1 }).limit(10);
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unboundedFind
};
