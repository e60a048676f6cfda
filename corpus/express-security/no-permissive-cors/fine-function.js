const cors = require('cors');

const allowed = new Set(process.env.ORIGINS.split(','));

module.exports = cors({
  origin(origin, done) {
    done(null, allowed.has(origin));
  },
});
