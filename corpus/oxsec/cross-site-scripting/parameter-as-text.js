const express = require('express');
const app = express();
app.use(express.text({ type: '*/*' }));

app.get('/echo/:name', (req, res) => res.send(req.params.name));
//                                   ^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
app.post('/echo', (req, res) => res.send(req.body));
//                              ^^^^^^^^^^^^^^^^^^ crossSiteScripting
