// The page that a visitor comes from is decided by whoever made it.
const app = require('express')();

app.get('/from', (req, res) => res.send(`<p>${req.get('Referer')}</p>`));
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting

app.get('/back', (req, res) => res.send(`<p>${req.headers.referer}</p>`));
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
