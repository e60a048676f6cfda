const libxmljs = require('libxmljs');
const express = require('express');
const router = express.Router();

router.put('/feeds/:id', express.text({ type: '*/xml' }), async (req, res) => {
  const { root } = libxmljs.parseXml(req.body.trim(), { noent: true, dtdload: true });
//                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ xxe
  res.status(root ? 204 : 422).end();
});

module.exports = router;
