//! Databases besides those that speak SQL through a driver: document stores, mappers, query builders.

use super::{ANY, Row, callback, is, sink, sink_option};
use crate::flow::SinkKind::{Clause, Fields, NoSql, Sql};

#[rustfmt::skip]
pub(super) const ROWS: &[Row] = &[
    // A method that takes a query object, of a value of unknown origin.
    sink("*.find", 0, NoSql), sink("*.findOne", 0, NoSql), sink("*.findOneAndUpdate", 0, NoSql), sink("*.findOneAndDelete", 0, NoSql),
    sink("*.findOneAndRemove", 0, NoSql), sink("*.findOneAndReplace", 0, NoSql), sink("*.updateOne", 0, NoSql), sink("*.updateMany", 0, NoSql),
    sink("*.deleteOne", 0, NoSql), sink("*.deleteMany", 0, NoSql), sink("*.replaceOne", 0, NoSql), sink("*.countDocuments", 0, NoSql),
    sink("*.aggregate", 0, NoSql), sink("*.findAndModify", 0, NoSql),
    // The fields of a record, in mappers of objects.
    sink("*.findByIdAndUpdate", 1, Fields), sink_option("*.update", 0, "data", Fields), sink_option("*.create", 0, "data", Fields),
    callback("mongodb.MongoClient.connect", ANY, 1, "mongodb.Db"), is("mongodb.MongoClient()", "mongodb.Client"), is("mongodb.MongoClient.connect()", "mongodb.Client"),
    is("mongodb.Client.db()", "mongodb.Db"), is("mongodb.Db.db()", "mongodb.Db"), is("mongodb.Db.collection()", "mongo.Collection"),
    is("mongoose.model()", "mongo.Collection"), is("mongoose.connection.model()", "mongo.Collection"), is("mongo.Collection.find()", "mongo.Collection"),
    is("mongo.Collection.findOne()", "mongo.Collection"), is("mongo.Collection.where()", "mongo.Collection"),
    sink("mongo.Collection.find", 0, NoSql), sink("mongo.Collection.findOne", 0, NoSql), sink("mongo.Collection.count", 0, NoSql),
    sink("mongo.Collection.distinct", 1, NoSql), sink("mongo.Collection.update", 0, NoSql), sink("mongo.Collection.remove", 0, NoSql),
    sink("mongo.Collection.where", 0, NoSql), sink("mongo.Collection.exists", 0, NoSql), sink("mongo.Collection.and", 0, NoSql),
    sink("mongo.Collection.or", 0, NoSql), sink("mongo.Collection.nor", 0, NoSql), sink("mongo.Collection.mapReduce", 0, NoSql),
    sink("mongo.Collection.findOneAndUpdate", 0, NoSql),
    sink("mongo.Collection.findByIdAndUpdate", 1, NoSql),
    // Mappers and builders that take SQL.
    is("sequelize()", "sequelize.Sequelize"), is("sequelize.Sequelize()", "sequelize.Sequelize"),
    sink("sequelize.Sequelize.query", 0, Sql), sink("sequelize.literal", 0, Clause), sink("sequelize.Sequelize.literal", 0, Clause),
    sink("*.whereRaw", 0, Clause), sink("*.orderByRaw", 0, Clause), sink("*.havingRaw", 0, Clause), sink("*.joinRaw", 0, Clause),
    sink("*.$queryRawUnsafe", 0, Sql), sink("*.$executeRawUnsafe", 0, Sql),
    is("sqlite3.Database()", "sqlite.Database"), is("sqlite3.verbose()", "sqlite3"), is("better-sqlite3()", "sqlite.Database"),
    is("sqlite.open()", "sqlite.Database"), is("sqlite3.cached.Database()", "sqlite.Database"), is("sqlite.DatabaseSync()", "sqlite.Database"),
    sink("sqlite.Database.all", 0, Sql), sink("sqlite.Database.get", 0, Sql), sink("sqlite.Database.run", 0, Sql), sink("sqlite.Database.each", 0, Sql),
    sink("sqlite.Database.exec", 0, Sql), sink("sqlite.Database.prepare", 0, Sql),
    sink("pg.Client.one", 0, Sql), sink("pg.Client.any", 0, Sql), sink("pg.Client.none", 0, Sql), sink("pg.Client.many", 0, Sql),
    sink("pg.Client.oneOrNone", 0, Sql), sink("pg.Client.manyOrNone", 0, Sql), sink("pg.Client.result", 0, Sql), sink("pg.Client.multi", 0, Sql),
    sink("pg.Client.multiResult", 0, Sql), sink("pg.Client.map", 0, Sql), sink("pg.Client.each", 0, Sql),
    is("mssql.Request()", "mssql.Request"), is("mssql.connect()", "mssql.Pool"), is("mssql.ConnectionPool()", "mssql.Pool"), is("mssql.Pool.request()", "mssql.Request"),
    sink("mssql.Request.batch", 0, Sql),
    // Services of a cloud that take SQL as an option.
    sink_option("@aws-sdk.client-athena.StartQueryExecutionCommand", 0, "QueryString", Sql),
    sink_option("@aws-sdk.client-athena.CreateNamedQueryCommand", 0, "QueryString", Sql),
    sink_option("@aws-sdk.client-s3.SelectObjectContentCommand", 0, "Expression", Sql),
    sink_option("@aws-sdk.client-rds-data.ExecuteStatementCommand", 0, "sql", Sql),
    sink_option("@aws-sdk.client-rds-data.ExecuteSqlCommand", 0, "sqlStatements", Sql),
    sink_option("@aws-sdk.client-dynamodb.ExecuteStatementCommand", 0, "Statement", Sql),
    sink_option("@google-cloud.bigquery.BigQuery().query", 0, "query", Sql),
];
