import { generateObject } from 'ai';

export async function load(db) {
  const rows = db.query('SELECT body FROM pages');
  return rows;
}

export const sort = (rows) => generateObject({ model, schema, prompt: rows });
//                                                                    ^^^^ unsanitizedRagContent
