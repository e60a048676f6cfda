export async function show(ctx) {
  const page = await Page.findOne({ slug: ctx.params.slug }).populate('author', ctx.query.fields);
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafePopulate
  ctx.body = page;
}
