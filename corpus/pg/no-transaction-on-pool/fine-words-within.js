import { pool } from './db.js';

export async function report() {
  const started = await pool.query("SELECT count(id) FROM jobs WHERE state = 'BEGIN'");
  const commits = await pool.query('SELECT sum(xact_commit) AS commits FROM pg_stat_database');
  return { started: started.rows[0].count, commits: commits.rows[0].commits };
}

export const beginning = () => pool.query('BEGINNINGS');
