export async function report(db, req) {
  const rows = await db.collection('notes').aggregate([{ $match: { text: { $regex: req.query.q } } }]);
  const found = await db.collection('notes').distinct('tag', { text: { $regex: `${req.query.q}` } });
  return { rows, found };
}
