const axios = require('axios');

process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
//@1 tlsVerification

exports.health = async () => {
  const { status } = await axios.get('https://internal.example.com/health');
  return status === 200;
};
