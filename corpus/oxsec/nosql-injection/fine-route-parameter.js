// safe: origin
const express = require('express');
const Article = require('./article');
const router = express.Router();

router.get('/articles/:slug', async (req, res) => {
  const article = await Article.findOne({ slug: req.params.slug });
  res.json(article);
});

module.exports = router;
