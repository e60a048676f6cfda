const cors = require('cors');

const allowed = ['https://app.example.com', 'https://admin.example.com'];

module.exports = cors({
  credentials: true,
  origin(origin, callback) {
    if (!origin || allowed.indexOf(origin) !== -1) callback(null, true);
    else callback(new Error('not allowed'));
  },
});
