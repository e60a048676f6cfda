const cors = require('cors');

module.exports = cors({
  credentials: true,
  origin(origin, callback) {
    if (!origin || origin.includes('shop.example')) return callback(null, true);
//                                                         ^^^^^^^^^^^^^^^^^^^^ cors
    callback(new Error('not allowed'));
  },
});
