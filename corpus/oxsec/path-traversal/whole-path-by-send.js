// Without a root it sends any file.
const http = require('http');
const parseurl = require('parseurl');
const send = require('send');

http.createServer((request, response) => {
  send(request, decodeURIComponent(parseurl(request).pathname)).pipe(response);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
});
