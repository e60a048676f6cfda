const app = require('express')();

// The path alone may begin with two slashes.
app.use((req, res) => res.redirect(req.url));
//                    ^^^^^^^^^^^^^^^^^^^^^ openRedirect
// What stands directly behind a host may be its end.
app.get('/a', (req, res) => res.redirect('https://' + req.headers.host + req.query.path));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ openRedirect
// The page that a link is on may be anybody's.
app.get('/b', (req, res) => res.redirect(req.headers.referer));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ openRedirect
