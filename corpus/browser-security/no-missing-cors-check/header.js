http.createServer((req, res) => {
  res.setHeader('Access-Control-Allow-Origin', '*');
//                                             ^^^ missingCorsCheck
  res.end('ok');
});
