const http = require('http');

http.createServer((request, response) => {
  request.on('data', (text) => {
    const message = JSON.parse(text);
    globalThis[message.name](message.value);
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ codeInjection
  });
  response.end();
});
