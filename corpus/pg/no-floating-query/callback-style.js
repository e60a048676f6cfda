const { Client } = require('pg');

const client = new Client();
client.connect();

client.query('SELECT now()', (error, result) => {
//@1 noFloatingQuery
  if (error) {
    console.error(error.stack);
  } else {
    console.log(result.rows[0].now);
  }
  client.end();
});
