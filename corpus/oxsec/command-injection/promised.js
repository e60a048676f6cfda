const { exec } = require('child_process');
const http = require('http');

function body(request) {
  return new Promise((resolve, reject) => {
    request.on('error', reject);
    request.on('data', (text) => resolve(text));
  });
}

http.createServer(async (request, response) => {
  const host = await body(request);
  exec('ping -c 1 ' + host);
//^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  response.end();
});
