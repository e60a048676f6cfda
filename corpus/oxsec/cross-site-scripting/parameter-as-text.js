const app = require('express')();

app.get('/echo/:name', (req, res) => res.send(req.params.name));
//                                   ^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
app.post('/echo', (req, res) => res.send(req.body));
//                              ^^^^^^^^^^^^^^^^^^ crossSiteScripting
