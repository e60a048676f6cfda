const pool = require('./pool');

exports.handler = (event, context, done) => {
  pool
    .query('UPDATE counters SET hits = hits + 1 WHERE path = $1', [event.path])
    .then(() => done(null, { statusCode: 204 }))
    .catch((error) => done(error));
};
