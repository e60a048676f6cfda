export async function removeOld(db, date) {
  const sql = 'delete from sessions where expires < $1';
  const { rowCount } = await db.query(sql, [date]);
  return -rowCount;
}
