const markdown = require('markdown-it')({ html: true });
const express = require('express');

express().post('/preview', (req, res) => {
  res.send(markdown.render(req.body.text));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
});
