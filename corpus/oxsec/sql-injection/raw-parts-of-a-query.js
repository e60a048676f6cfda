const knex = require('knex')({ client: 'pg' });
const { PrismaClient } = require('@prisma/client');
const prisma = new PrismaClient();

exports.where = (city) => knex('orders').whereRaw(`city = '${city}'`);
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.having = (city) => knex('orders').havingRaw(`max(city) = '${city}'`);
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.order = (column) => knex('orders').orderByRaw(`lower(${column})`);
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.join = (city) => knex('orders').joinRaw(`JOIN cities ON cities.name = '${city}'`);
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.group = (column) => knex('orders').groupByRaw(`lower(${column})`);
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.from = (city) => knex.select('id').fromRaw(`(SELECT * FROM orders WHERE city = '${city}') AS o`);
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.raw = (city) => knex.raw(`SELECT * FROM orders WHERE city = '${city}'`);
//                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.and = (builder, city) => builder.where('paid = 1').andWhere(`city = '${city}'`);
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.or = (builder, city) => builder.where('paid = 1').orWhere(`city = '${city}'`);
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.unsafe = (city) => prisma.$queryRawUnsafe(`SELECT * FROM orders WHERE city = '${city}'`);
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.unsafeChange = (city) => prisma.$executeRawUnsafe(`DELETE FROM orders WHERE city = '${city}'`);
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.query = (db, city) => db.query(`SELECT * FROM orders WHERE city = '${city}'`);
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.execute = (db, city) => db.execute(`SELECT * FROM orders WHERE city = '${city}'`);
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
