import { pool } from './db.js';

export async function transfer(from, to, amount) {
  try {
    await pool.query('BEGIN');
//                   ^^^^^^^ noTransactionOnPool
    await pool.query('UPDATE accounts SET balance = balance - $1 WHERE id = $2', [amount, from]);
    await pool.query('UPDATE accounts SET balance = balance + $1 WHERE id = $2', [amount, to]);
    await pool.query('COMMIT');
//                   ^^^^^^^^ noTransactionOnPool
  } catch (error) {
    await pool.query('ROLLBACK');
//                   ^^^^^^^^^^ noTransactionOnPool
    throw error;
  }
}
