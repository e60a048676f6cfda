const http = require('http');
const formidable = require('formidable');

http.createServer((req, res) => {
  formidable().parse(req, (error, fields) => {
    const log = (answer) => answer.setHeader('Content-Type', 'text/plain');
    log(res.socket);
    res.setHeader('Content-Type', 'text/html');
    res.write(`<b>${fields.name}</b>`);
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
    res.end();
  });
}).listen(8080);
