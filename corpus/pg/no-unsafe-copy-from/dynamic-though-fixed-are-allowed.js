// options: {"allowHardcodedPaths": true}
export async function restore(client, day) {
  await client.query('TRUNCATE currencies, orders');
  await client.query("COPY currencies FROM '/srv/backup/currencies.csv'");
  const stamp = day.toISOString().slice(0, 10);
  await client.query(`COPY orders FROM '/srv/backup/${stamp}/orders.csv'`);
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dynamicPath
}
