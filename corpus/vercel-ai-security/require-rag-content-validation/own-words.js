// options: {"ragPatterns": ["wiki"], "validatorFunctions": ["trust"]}
export async function answer(ai, question) {
  const page = await Wiki.read(question);
  await ai.generateText({ prompt: page });
//                                ^^^^ unsanitizedRagContent
  await ai.generateText({ prompt: trust(await wiki.read(question)) });
  return ai.generateText({ prompt: await search(question) });
}
