const Post = require('./models/post');

module.exports = async (req, res) => {
  const posts = await Post.find().populate(req.query.include).limit(10);
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafePopulate
  res.json(posts);
};
