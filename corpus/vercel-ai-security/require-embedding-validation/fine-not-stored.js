export async function nearest(client, text) {
  return client.query({ vector: await embed(text), limit: 5 });
}
