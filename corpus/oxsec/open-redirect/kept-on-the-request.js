const http = require('http');
const url = require('url');

function Folder() {}

Folder.prototype.serve = function (req, res) {
  req.place = url.parse(req.url).pathname;
  this.list('.', req, res);
};

Folder.prototype.list = function (folder, req, res) {
  if (!/\/$/.test(req.place)) {
    res.statusCode = 301;
    res.setHeader('location', req.place + '/');
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ openRedirect
  }
  res.end();
};

const folder = new Folder();
http.createServer((req, res) => folder.serve(req, res)).listen(8080);
