const cors = require('cors');

exports.publicApi = cors({ origin: '*' });
exports.internal = cors({ origin: true, credentials: false });
