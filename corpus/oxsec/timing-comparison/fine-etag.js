// safe: purpose
const crypto = require('crypto');

module.exports = (req, res, body) => {
  const etag = crypto.createHash('sha1').update(body).digest('base64');
  if (req.headers['if-none-match'] === etag) return res.writeHead(304).end();
  res.setHeader('ETag', etag);
  res.end(body);
};
