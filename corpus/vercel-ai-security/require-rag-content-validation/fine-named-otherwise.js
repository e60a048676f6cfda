export async function answer(ai, load, question) {
  const notes = await load(question);
  const { docs } = await store.search(question);
  return ai.generateText({ prompt: `${notes} ${docs} ${question}`, system: 'a' + notes });
}
