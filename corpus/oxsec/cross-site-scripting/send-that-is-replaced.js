const app = require('express')();

app.use((req, res, next) => {
  const send = res.send;
  res.send = function (body) {
    res.contentType('html');
    return send.call(this, body + req.query.footer);
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  };
  next();
});
app.post('/bytes', (req, res) => res.type('html').send(Buffer.from(req.query.text)));
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
