export async function rename(ctx) {
  await Page.updateMany(
//@9 unsafeRegex
//@9 unsafeRegex
    { slug: { $regex: ctx.query.from }, title: { $regex: ctx.params.title } },
    { $set: { moved: true } },
  );
}
