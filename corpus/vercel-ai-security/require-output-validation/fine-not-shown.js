export async function store(db, result) {
  const text = result.text;
  await db.insert({ text, output: result.output });
  return text.length;
}
