import { createPool } from 'mysql2/promise';

const { DATABASE_URL, API_KEY } = process.env;
if (!DATABASE_URL || !API_KEY) {
  throw new Error('Set DATABASE_URL and API_KEY');
}

export const pool = createPool(DATABASE_URL);
export const headers = { authorization: `Bearer ${API_KEY}` };
