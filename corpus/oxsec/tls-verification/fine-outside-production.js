const https = require('https');

const agent = process.env.NODE_ENV !== 'production'
  ? new https.Agent({ rejectUnauthorized: false })
  : new https.Agent({ keepAlive: true });

module.exports = { agent };
