export async function drain(queue, client) {
  const sql = 'INSERT INTO events (kind, body) VALUES ($1, $2)';
  while (queue.length > 0) {
    const event = queue.shift();
    try {
      await client.query(sql, [event.kind, event.body]);
//          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ noBatchInsertLoop
    } catch (error) {
      queue.push(event);
      throw error;
    }
  }
}
