const fs = require('fs');
const http = require('http');

http.createServer((req, res) => {
  const items = fs.readdirSync('/srv/uploads').map((name) => `<li>${name}</li>`);
  res.setHeader('Content-Type', 'text/html');
  res.end(`<ul>${items.join('')}</ul>`);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
});
