import { pool } from './db.js';

export async function importCsv(req, res) {
  const { table, file } = req.body;
  await pool.query(`COPY ${table} FROM '${file}' WITH (FORMAT csv, HEADER)`);
//                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dynamicPath
  res.status(202).json({ table });
}
