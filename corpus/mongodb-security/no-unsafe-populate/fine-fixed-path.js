const Post = require('./models/post');

module.exports = async (req, res) => {
  const posts = await Post.find().populate('author', 'name').limit(10);
  res.json(posts);
};
