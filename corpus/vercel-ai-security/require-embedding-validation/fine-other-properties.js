export async function log(store, text) {
  await store.add({ text, source: embed(text), ['key']: encode(text) });
  await store.add(embed(text));
}
