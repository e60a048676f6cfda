const mysql = require('mysql');
const { escape } = require('sqlstring');
const pg = require('pg');
const connection = mysql.createConnection({});

exports.value = (city, done) => connection.query(`SELECT * FROM orders WHERE city = '${mysql.escape(city)}'`, done);
exports.own = (city, done) => connection.query(`SELECT * FROM orders WHERE city = '${escape(city)}'`, done);
exports.column = (name, done) => connection.query(`SELECT * FROM orders WHERE name = '${mysql.escapeId(name)}'`, done);
exports.literal = (city) => new pg.Client().query(`SELECT * FROM orders WHERE city = '${pg.escapeLiteral(city)}'`);
exports.identifier = (name) => new pg.Client().query(`SELECT * FROM orders WHERE n = '${pg.escapeIdentifier(name)}'`);
