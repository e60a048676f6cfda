export async function run(ai, catalogue, prompt) {
  catalogue.refresh();
  await ai.generateText({ model, prompt });
}
