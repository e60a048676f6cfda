export async function totals(Order, find) {
  const count = await Order.countDocuments({});
  const rows = await Order.aggregate([{ $group: { _id: '$state', total: { $sum: '$total' } } }]);
  return { count, rows, first: find(rows) };
}
