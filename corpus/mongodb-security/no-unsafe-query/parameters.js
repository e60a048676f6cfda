export async function bySlug(db, slug, lang) {
  const page = await db.collection('pages').findOne({ slug, lang: lang, draft: false });
//                                                    ^^^^ unsafeQuery
//                                                          ^^^^^^^^^^ unsafeQuery
  return page;
}
