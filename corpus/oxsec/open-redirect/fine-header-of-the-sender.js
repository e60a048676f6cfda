// Nobody makes another's browser send such a header, but for the address where it is already.
const app = require('express')();

app.get('/next', (req, res) => res.redirect(req.headers['x-next']));
app.get('/last', (req, res) => res.redirect(req.get('x-last')));
app.get('/back', (req, res) => res.redirect(req.headers.referer || req.get('Referrer') || '/'));
