const https = require('https');
const axios = require('axios');

const agent = new https.Agent({ rejectUnauthorized: false, keepAlive: true });
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^ insecureTls

async function status(host) {
  const { data } = await axios.get(`https://${host}/status`, { httpsAgent: agent });
  return data;
}

module.exports = status;
