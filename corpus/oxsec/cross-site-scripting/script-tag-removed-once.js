const express = require('express');
const router = express.Router();

function clean(text) {
  return text.replace(/<script.*?>/gi, '').replace(/<\/script>/gi, '');
}

router.post('/preview', (req, res) => {
  const html = clean(String(req.body.comment));
  res.send('<article>' + html + '</article>');
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
});

module.exports = router;
