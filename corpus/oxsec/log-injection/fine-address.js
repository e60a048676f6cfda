// safe: origin
const http = require('http');
const express = require('express');
const app = express();

app.use((req, res, next) => {
  console.log(`${req.ip} asks for ${req.originalUrl} of ${req.hostname}`);
  console.log('path: ' + req.path);
  next();
});

http.createServer((req, res) => {
  console.log('asked for ' + req.url);
  req.on('error', (error) => console.log('broken off: ' + error.message));
  res.end();
}).listen(8080);
