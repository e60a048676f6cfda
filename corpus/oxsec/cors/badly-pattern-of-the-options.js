const cors = require('cors');

module.exports = cors({ origin: [/example\.com$/, 'https://admin.example.org'], credentials: true });
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ cors
