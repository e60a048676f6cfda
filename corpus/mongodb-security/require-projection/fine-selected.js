const Post = require('./models/post');

module.exports = () => Post.find({ published: true }).sort('-at').limit(10).select('title at').lean();
