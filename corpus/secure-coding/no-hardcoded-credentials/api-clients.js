const axios = require('axios');

const config = {
  apiKey: 'shop_live_k7QmZx2VbN8sRt5WpLc3Yd9H',
//        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ useEnvironmentVariable
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
//             ^^^^^^^^^^^^^^^^^^^^^^ useEnvironmentVariable
  region: 'eu-central-1',
};

const gitHub = axios.create({
  headers: { authorization: 'ghp_AbCdEfGhIjKlMnOpQrStUvWxYz0123456789' },
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ useEnvironmentVariable
});

module.exports = { config, gitHub };
