import express from 'express';

const app = express();
const escape = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

app.get('/avatar', (req, res) => {
  const alt = escape(String(req.query.alt));
  res.send(`<img src='/avatar.png' alt='${alt}'>`);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
});
