const pool = require('./pool');

function listen(channel, onMessage) {
  const pending = pool.connect();
//      ^^^^^^^^^^^^^^^^^^^^^^^^ missingClientRelease
  pending.then(async (client) => {
    client.on('notification', (message) => onMessage(message.payload));
    await client.query(`LISTEN ${channel}`);
  });
  return pending;
}

module.exports = listen;
