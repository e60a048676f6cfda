// safe: purpose
const crypto = require('crypto');

class Cache {
  key(url, headers) {
    const hash = crypto.createHash('md5');
    hash.update(url);
    hash.update(JSON.stringify(headers));
    return hash.digest('base64url');
  }
}

module.exports = Cache;
