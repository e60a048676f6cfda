export async function run(pool, job) {
  const client = await pool.connect();
  const failed = await job(client).then(() => false, () => true);
  if (failed) {
    client.release(true);
  } else {
    client.release();
  }
  return !failed;
}
