// `send` answers `..` with an error, and keeps what it sends below a root.
const http = require('http');
const parseurl = require('parseurl');
const send = require('send');

http.createServer((request, response) => {
  send(request, '/srv/files/' + decodeURIComponent(parseurl(request).pathname)).pipe(response);
});
http.createServer((request, response) => {
  send(request, decodeURIComponent(parseurl(request).pathname), { root: '/srv/files' }).pipe(response);
});
