import format from 'pg-format';

export async function prepare(client) {
  await client.query(`
    SET search_path TO reporting, public;
    SET statement_timeout TO '30s';
  `);
  await client.query(format('SET search_path TO %I', 'reporting'));
}
