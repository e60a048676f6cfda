import { embed } from './embed.js';

export async function remember(store, id, text) {
  await store.upsert({ id, vector: await embed(text), metadata: { text } });
//                                 ^^^^^^^^^^^^^^^^^ unvalidatedEmbedding
}
