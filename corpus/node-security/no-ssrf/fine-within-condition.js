const axios = require('axios');
const { isSafeUrl } = require('./urls');

async function load(url) {
  if (isSafeUrl(url)) {
    const { data } = await axios.get(url, { maxRedirects: 0 });
    return data;
  }
  return null;
}

module.exports = load;
