import { pool } from './db.js';

export async function invoiceTotal(invoiceId) {
  const { rows } = await pool.query(
    'SELECT sum(price * quantity) AS total FROM invoice_lines WHERE invoice_id = $1',
    [invoiceId],
  );
  const total = Number(rows[0].total);
  return Number.isFinite(total) ? total : 0;
}
