const axios = require('axios');

exports.handler = async (event) => {
  const target = event.body.target;
  let address = `https://${target}/status`;
  address = address + '?full=1';
  const { data } = await axios.get(address, { timeout: 1000 });
  //                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ssrfVulnerability
  return data;
};
