export async function find(store, term) {
  const hits = await store.search(term);
  return render({ prompt: hits, system: term });
}
