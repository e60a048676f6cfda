const sqlite3 = require('sqlite3').verbose();
const BetterSqlite = require('better-sqlite3');
const { open } = require('sqlite');
const { DatabaseSync } = require('node:sqlite');
const sqliteAsync = require('sqlite-async');
const duckdb = require('duckdb');
const initSqlJs = require('sql.js');
const SqlJs = require('sql.js');

const db = new sqlite3.Database('shop.db');
const cached = new sqlite3.cached.Database('shop.db');
const better = new BetterSqlite('shop.db');
const own = new DatabaseSync('shop.db');
const duck = new duckdb.Database('shop.db');

exports.all = (name, done) => db.all(`SELECT * FROM users WHERE name = '${name}'`, done);
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.get = (name, done) => db.get(`SELECT * FROM users WHERE name = '${name}'`, done);
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.run = (name, done) => db.run(`DELETE FROM users WHERE name = '${name}'`, done);
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.each = (name, done) => db.each(`SELECT * FROM users WHERE name = '${name}'`, done);
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.exec = (name, done) => db.exec(`DELETE FROM users WHERE name = '${name}'`, done);
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.prepare = (name) => db.prepare(`SELECT * FROM users WHERE name = '${name}'`);
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.chained = (name) => {
  db.run('PRAGMA foreign_keys = ON').run(`DELETE FROM users WHERE name = '${name}'`);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
  db.exec('PRAGMA foreign_keys = ON').exec(`DELETE FROM users WHERE name = '${name}'`);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
  db.all('SELECT 1', () => 0).all(`SELECT * FROM users WHERE name = '${name}'`, () => 0);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
  db.get('SELECT 1', () => 0).get(`SELECT * FROM users WHERE name = '${name}'`, () => 0);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
  db.each('SELECT 1', () => 0).each(`SELECT * FROM users WHERE name = '${name}'`, () => 0);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
};
exports.cached = (name, done) => cached.all(`SELECT * FROM users WHERE name = '${name}'`, done);
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.better = (name) => better.prepare(`SELECT * FROM users WHERE name = '${name}'`).all();
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.own = (name) => own.prepare(`SELECT * FROM users WHERE name = '${name}'`).all();
//                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.opened = async (name) => (await open({ filename: 'shop.db' })).all(`SELECT * FROM users WHERE name = '${name}'`);
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.async = async (name) => (await sqliteAsync.open('shop.db')).all(`SELECT * FROM users WHERE name = '${name}'`);
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.duck = (name, done) => duck.all(`SELECT * FROM users WHERE name = '${name}'`, done);
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.compiled = async (name) => {
  const SQL = await initSqlJs();
  return new SQL.Database().exec(`SELECT * FROM users WHERE name = '${name}'`);
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
};
exports.early = (name) => new SqlJs.Database().exec(`SELECT * FROM users WHERE name = '${name}'`);
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
