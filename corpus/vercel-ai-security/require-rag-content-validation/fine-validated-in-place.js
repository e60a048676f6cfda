export async function answer(ai, store, question) {
  return ai.generateText({ prompt: await store.searchAndValidate(question), messages: await store.search(question) });
}
