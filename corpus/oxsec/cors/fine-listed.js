const ORIGINS = new Set(['https://app.example.com', 'https://admin.example.com']);

module.exports = function allowOrigins(req, res, next) {
  const origin = req.headers.origin;
  if (ORIGINS.has(origin)) {
    res.setHeader('Access-Control-Allow-Origin', origin);
    res.setHeader('Access-Control-Allow-Credentials', 'true');
    res.setHeader('Vary', 'Origin');
  }
  next();
};
