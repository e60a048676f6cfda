const axios = require('axios');

const token = 'd41d8cd98f00b204';
//            ^^^^^^^^^^^^^^^^^^ hardcodedCredential

exports.list = () => axios.get('https://api.example.com/items', { headers: { Authorization: 'Bearer ' + token } });
