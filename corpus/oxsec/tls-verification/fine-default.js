// safe: default
const axios = require('axios');
const https = require('https');

class Client {
  constructor(base) {
    this.http = axios.create({ baseURL: base, httpsAgent: new https.Agent({ keepAlive: true, minVersion: 'TLSv1.2' }) });
  }
}

module.exports = Client;
