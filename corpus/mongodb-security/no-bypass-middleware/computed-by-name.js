const updateMany = 'archive';

export async function archive(store, ids) {
  await store?.bulkWrite(ids.map((id) => ({ updateOne: { filter: { _id: id }, update: { $set: { archived: true } } } })));
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ bypassMiddleware
  return store[updateMany](ids);
//       ^^^^^^^^^^^^^^^^^^^^^^ bypassMiddleware
}
