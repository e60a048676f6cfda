import { embed, validateEmbedding } from './embed.js';

export async function remember(store, id, text) {
  await store.upsert({ id, vector: validateEmbedding(await embed(text)) });
}
