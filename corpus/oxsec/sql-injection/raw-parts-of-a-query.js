const knex = require('knex')({ client: 'pg' });
const { PrismaClient } = require('@prisma/client');
const prisma = new PrismaClient();

exports.where = (city) => knex('orders').whereRaw(`city = '${city}'`);
exports.having = (city) => knex('orders').havingRaw(`max(city) = '${city}'`);
exports.order = (column) => knex('orders').orderByRaw(`lower(${column})`);
exports.join = (city) => knex('orders').joinRaw(`JOIN cities ON cities.name = '${city}'`);
exports.group = (column) => knex('orders').groupByRaw(`lower(${column})`);
exports.from = (city) => knex.select('id').fromRaw(`(SELECT * FROM orders WHERE city = '${city}') AS o`);
exports.raw = (city) => knex.raw(`SELECT * FROM orders WHERE city = '${city}'`);
//                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.and = (builder, city) => builder.where('paid = 1').andWhere(`city = '${city}'`);
exports.or = (builder, city) => builder.where('paid = 1').orWhere(`city = '${city}'`);
exports.unsafe = (city) => prisma.$queryRawUnsafe(`SELECT * FROM orders WHERE city = '${city}'`);
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.unsafeChange = (city) => prisma.$executeRawUnsafe(`DELETE FROM orders WHERE city = '${city}'`);
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.query = (db, city) => db.query(`SELECT * FROM orders WHERE city = '${city}'`);
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.execute = (db, city) => db.execute(`SELECT * FROM orders WHERE city = '${city}'`);
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
