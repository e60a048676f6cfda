// safe: origin
// Nobody makes another's browser send this header.
const app = require('express')();

app.get('/next', (req, res) => res.redirect(req.headers['x-next']));
app.get('/last', (req, res) => res.redirect(req.get('x-last')));
