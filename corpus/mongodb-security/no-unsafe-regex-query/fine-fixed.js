export async function drafts(pages, pattern) {
  const named = await pages.find({ title: { $regex: '^Draft' } }).limit(20);
  const shaped = await pages.find({ title: { $regex: /^\[/, $options: 'm' }, slug: { $regex: pattern } }).limit(20);
  return [...named, ...shaped];
}
