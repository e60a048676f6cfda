export async function remember(store, id, text) {
  const vector = await embed(text);
  if (vector.length !== 1536 || !vector.every(Number.isFinite)) {
    throw new Error('no embedding');
  }
  await store.upsert({ id, vector, values: vector });
}
