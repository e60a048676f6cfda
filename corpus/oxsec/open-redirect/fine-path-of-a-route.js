// A path with two slashes at its beginning is on none of these routes.
const app = require('express')();

app.get('/old/:page', (req, res) => res.redirect(req.path.replace(/\/$/, '')));
app.get('/:page/:format(js)', (req, res) => res.redirect(req.path.replace(/\/js$/, '.js')));
app.get('/', (req, res) => res.redirect(req.originalUrl));
