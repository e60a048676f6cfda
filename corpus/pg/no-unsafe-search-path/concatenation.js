const pool = require('./pool');

async function useSchema(client, schema) {
  await client.query('SET search_path = "' + schema + '"');
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ noUnsafeSearchPath
}

module.exports = async function inSchema(schema, work) {
  const client = await pool.connect();
  await useSchema(client, schema);
  return work(client).finally(() => client.release());
};
