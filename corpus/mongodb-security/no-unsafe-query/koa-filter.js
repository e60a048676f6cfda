export async function search(ctx) {
  const { minimum } = ctx.query;
  ctx.body = await Product.countDocuments({
    category: ctx.query.category,
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafeQuery
    price: { $gte: Number(minimum) },
    ...ctx.state.filter,
  });
}
