const express = require('express');
const ejs = require('ejs');
const app = express();

app.get('/card', (req, res) => {
  const html = ejs.render('<p>Dear ' + req.query.name + ', <%= wish %></p>', { wish: 'all the best' });
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ templateInjection
  res.send(html);
});
