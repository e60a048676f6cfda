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
exports.literalOf = (Order, column) => Order.findAll({ order: Sequelize.literal(`${column} DESC`) });
exports.literalOfInstance = (Order, column) => Order.findAll({ order: sequelize.literal(`${column} DESC`) });
exports.asIs = (Order, column) => Order.findAll({ order: SequelizeDefault.asIs(`${column} DESC`) });
exports.asIsOfInstance = (Order, column) => Order.findAll({ order: sequelize.asIs(`${column} DESC`) });
exports.function = (Order, schema) => Order.findAll({ attributes: [fn(`${schema}.total`, 'price')] });
exports.raw = (Order, column) => Order.query().orderBy(raw(`${column} DESC`));

exports.where = (name) => manager.createQueryBuilder().where(`name = '${name}'`).getMany();
exports.having = (name) => manager.createQueryBuilder().having(`max(name) = '${name}'`).getMany();
exports.orderBy = (column) => manager.createQueryBuilder().select('u').orderBy(`lower(${column})`).getMany();
exports.addOrderBy = (column) => manager.createQueryBuilder().from('users').addOrderBy(`lower(${column})`).getMany();
exports.groupBy = (column) => manager.createQueryBuilder().where('a = 1').groupBy(`lower(${column})`).getMany();
exports.select = (column) => manager.createQueryBuilder().select(`max(${column})`).getRawOne();
exports.inner = (name) => manager.createQueryBuilder().innerJoin('u.photos', 'p', `p.name = '${name}'`).getMany();
exports.left = (name) => manager.createQueryBuilder().leftJoin('u.photos', 'p', `p.name = '${name}'`).getMany();
exports.joined = (name) => {
  return manager.createQueryBuilder().leftJoinAndSelect('u.photos', 'p').where(`p.name = '${name}'`).getMany();
};
exports.update = (name) => manager.createQueryBuilder().update('users').where(`name = '${name}'`).execute();
exports.delete = (name) => manager.createQueryBuilder().delete().where(`name = '${name}'`).execute();
exports.insert = (name) => manager.createQueryBuilder().insert().where(`name = '${name}'`).execute();
exports.into = (name) => manager.createQueryBuilder().into('users').where(`name = '${name}'`).execute();
exports.connection = (name) => typeorm.getConnection().createQueryBuilder().where(`name = '${name}'`).getOne();
exports.repository = (name) => typeorm.getRepository('User').createQueryBuilder('u').where(`name = '${name}'`).getOne();
exports.source = (name) => {
  const source = new typeorm.DataSource({});
  return source.getRepository('User').createQueryBuilder('u').where(`name = '${name}'`).getOne();
};
exports.created = async (name) => {
  const connection = await typeorm.createConnection({});
  return connection.manager.createQueryBuilder().where(`name = '${name}'`).getOne();
};
exports.runner = (name) => {
  const runner = typeorm.getConnection().createQueryRunner();
  return runner.manager.createQueryBuilder().where(`name = '${name}'`).getOne();
};
exports.managed = (name) => {
  return typeorm.getConnectionManager().get('main').createQueryBuilder().where(`name = '${name}'`).getOne();
};
