// safe: constant
const cors = require('cors');

const allowed = (process.env.ORIGINS ?? '').split(',');

exports.middleware = cors({ origin: allowed, credentials: true, maxAge: 600 });
