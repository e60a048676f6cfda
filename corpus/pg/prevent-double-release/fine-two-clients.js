export async function compare(primary, replica, sql) {
  const first = await primary.connect();
  const second = await replica.connect();
  try {
    const [left, right] = await Promise.all([first.query(sql), second.query(sql)]);
    return left.rowCount === right.rowCount;
  } finally {
    first.release();
    second.release();
  }
}
