const http = require('http');
const { list } = require('./processes');

http.createServer((req, res) => {
  list((err, processes) => {
    if (err) return res.send(err);
    res.end(JSON.stringify(processes));
  });
}).listen(8000);
