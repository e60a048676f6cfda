const http = require('http');
const formidable = require('formidable');

http.createServer((req, res) => {
  res.setHeader('Content-Type', 'text/plain');
  formidable().parse(req, (error, fields) => {
    res.write(`<b>${fields.name}</b>`);
    res.end();
  });
}).listen(8080);
