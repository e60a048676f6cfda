export const name = 'seed-countries';

export async function up(client) {
  await client.query('CREATE TABLE countries (code char(2) PRIMARY KEY, name text NOT NULL)');
  await client.query("COPY countries (code, name) FROM '/usr/share/seed/countries.csv' WITH (FORMAT csv)");
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hardcodedPath
}

export async function down(client) {
  await client.query('DROP TABLE countries');
}
