const escapeStringRegexp = require('escape-string-regexp');

class TagController {
  list(req, res) {
    const tag = new RegExp(`#${escapeStringRegexp(req.query.tag)}`);
    res.json(this.posts.filter((post) => tag.test(post.text)));
  }
}

module.exports = TagController;
