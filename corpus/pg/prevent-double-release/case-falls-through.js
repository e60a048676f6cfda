export async function finish(pool, outcome) {
  const client = await pool.connect();
  switch (outcome) {
    case 'failed':
      await client.query('UPDATE jobs SET failed = true');
      client.release();
    case 'done':
      await client.query('UPDATE jobs SET done = true');
      client.release();
//    ^^^^^^^^^^^^^^^^ doubleRelease
      break;
    default:
      console.log('pending');
  }
}
