// Any path is on these routes, with two slashes at its beginning too.
const app = require('express')();

app.get('*', (req, res) => res.redirect(req.path.replace(/\/$/, '')));
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ openRedirect
app.get('/:path(.*)', (req, res) => res.redirect(req.originalUrl));
//                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ openRedirect
app.use('/', (req, res) => res.redirect(req.url + '?again'));
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ openRedirect
