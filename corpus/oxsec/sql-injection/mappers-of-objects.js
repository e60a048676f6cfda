const { Sequelize, literal, fn } = require('sequelize');
const SequelizeDefault = require('sequelize');
const sequelizeTypescript = require('sequelize-typescript');
const typeorm = require('typeorm');
const { raw } = require('objection');

const sequelize = new Sequelize('postgres://shop');
const query = sequelize.query.bind(sequelize);
const early = new SequelizeDefault('shop');
const typed = new sequelizeTypescript.Sequelize('shop');
const manager = typeorm.getManager();

exports.query = (city) => query(`SELECT * FROM orders WHERE city = '${city}'`);
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.queryWith = (city) => sequelize.query({ query: `SELECT * FROM orders WHERE city = '${city}'` });
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.queryEarly = (city) => early.query({ query: `SELECT * FROM orders WHERE city = '${city}'` });
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.queryTyped = (city) => typed.query({ query: `SELECT * FROM orders WHERE city = '${city}'` });
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.literal = (Order, column) => Order.findAll({ order: literal(`${column} DESC`) });
//                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.literalOf = (Order, column) => Order.findAll({ order: Sequelize.literal(`${column} DESC`) });
//                                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.literalOfInstance = (Order, column) => Order.findAll({ order: sequelize.literal(`${column} DESC`) });
//                                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.asIs = (Order, column) => Order.findAll({ order: SequelizeDefault.asIs(`${column} DESC`) });
//                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.asIsOfInstance = (Order, column) => Order.findAll({ order: sequelize.asIs(`${column} DESC`) });
//                                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.function = (Order, schema) => Order.findAll({ attributes: [fn(`${schema}.total`, 'price')] });
//                                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.raw = (Order, column) => Order.query().orderBy(raw(`${column} DESC`));
//                                                     ^^^^^^^^^^^^^^^^^^^^^ sqlInjection

exports.where = (name) => manager.createQueryBuilder().where(`name = '${name}'`).getMany();
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.having = (name) => manager.createQueryBuilder().having(`max(name) = '${name}'`).getMany();
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.orderBy = (column) => manager.createQueryBuilder().select('u').orderBy(`lower(${column})`).getMany();
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.addOrderBy = (column) => manager.createQueryBuilder().from('users').addOrderBy(`lower(${column})`).getMany();
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.groupBy = (column) => manager.createQueryBuilder().where('a = 1').groupBy(`lower(${column})`).getMany();
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.select = (column) => manager.createQueryBuilder().select(`max(${column})`).getRawOne();
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.inner = (name) => manager.createQueryBuilder().innerJoin('u.photos', 'p', `p.name = '${name}'`).getMany();
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.left = (name) => manager.createQueryBuilder().leftJoin('u.photos', 'p', `p.name = '${name}'`).getMany();
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.joined = (name) => {
  return manager.createQueryBuilder().leftJoinAndSelect('u.photos', 'p').where(`p.name = '${name}'`).getMany();
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
};
exports.update = (name) => manager.createQueryBuilder().update('users').where(`name = '${name}'`).execute();
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.delete = (name) => manager.createQueryBuilder().delete().where(`name = '${name}'`).execute();
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.insert = (name) => manager.createQueryBuilder().insert().where(`name = '${name}'`).execute();
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.into = (name) => manager.createQueryBuilder().into('users').where(`name = '${name}'`).execute();
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.connection = (name) => typeorm.getConnection().createQueryBuilder().where(`name = '${name}'`).getOne();
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.repository = (name) => typeorm.getRepository('User').createQueryBuilder('u').where(`name = '${name}'`).getOne();
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.source = (name) => {
  const source = new typeorm.DataSource({});
  return source.getRepository('User').createQueryBuilder('u').where(`name = '${name}'`).getOne();
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
};
exports.created = async (name) => {
  const connection = await typeorm.createConnection({});
  return connection.manager.createQueryBuilder().where(`name = '${name}'`).getOne();
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
};
exports.runner = (name) => {
  const runner = typeorm.getConnection().createQueryRunner();
  return runner.manager.createQueryBuilder().where(`name = '${name}'`).getOne();
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
};
exports.managed = (name) => {
  return typeorm.getConnectionManager().get('main').createQueryBuilder().where(`name = '${name}'`).getOne();
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
};
