// JSON with a function's name before it is sent as a script, by the method that was there before.
const app = require('express')();

app.use((req, res, next) => {
  const send = res.send;
  res.send = function (body) {
    if (req.query.callback) {
      res.contentType('js');
      body = req.query.callback + '(' + body + ');';
    }
    return send.call(this, body);
  };
  next();
});
// Bytes are sent as bytes.
app.post('/bytes', (req, res) => res.send(Buffer.from(req.query.text)));
