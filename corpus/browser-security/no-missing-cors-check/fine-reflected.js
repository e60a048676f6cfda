app.use((req, res, next) => {
  const origin = allowed.has(req.headers.origin) ? req.headers.origin : 'null';
  res.setHeader('Access-Control-Allow-Origin', origin);
  next();
});
