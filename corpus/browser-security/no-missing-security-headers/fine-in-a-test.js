// filename: server.test.js
res.setHeader('Cache-Control', 'no-store');
