const cors = require('cors');

module.exports = cors({ origin: (origin, callback) => callback(null, true), credentials: true });
//                                                    ^^^^^^^^^^^^^^^^^^^^ cors
