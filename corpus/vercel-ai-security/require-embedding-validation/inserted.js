export async function add(db, openai, chunk) {
  await db.collection('chunks').insertOne({
    text: chunk,
    embedding: openai.createEmbedding(chunk),
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unvalidatedEmbedding
  });
}
