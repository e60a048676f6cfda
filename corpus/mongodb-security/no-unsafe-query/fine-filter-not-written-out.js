export async function list(db, filter, req) {
  const rows = await db.collection('orders').find(filter).limit(20).toArray();
  const totals = await db.collection('orders').aggregate([{ $match: { owner: filter.owner } }]);
  return { rows, totals, page: req.query.page };
}
