export async function GET() {
  const config = await load();
  return Response.json({ name: config.name, tools: config.tools, hint: config.systemMessage });
//                                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^ systemPromptLeak
}

async function load() {
  return {};
}
