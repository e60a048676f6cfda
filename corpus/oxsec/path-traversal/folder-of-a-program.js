const { execFile } = require('child_process');
const http = require('http');
const url = require('url');

http.createServer((request, response) => {
  const { folder } = url.parse(request.url, true).query;
  execFile('make', ['test'], { cwd: folder }, () => response.end());
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
});
