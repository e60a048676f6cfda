export async function answer(ai, question, backup) {
  try {
    return await backup(question);
  } catch {
    return ai.generateText({ prompt: question });
  }
}
