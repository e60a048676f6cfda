const app = require('express')();

// The path alone may begin with two slashes.
app.use((req, res) => res.redirect(req.url));
//                    ^^^^^^^^^^^^^^^^^^^^^ openRedirect
// What stands directly behind a host may be its end.
app.get('/a', (req, res) => res.redirect('https://' + req.headers.host + req.query.path));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ openRedirect
