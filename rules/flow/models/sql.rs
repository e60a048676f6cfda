//! SQL databases.

use super::{Row, is, op, same_op, sink};
use crate::flow::SinkKind::{Clause, Sql};

#[rustfmt::skip]
pub(super) const ROWS: &[Row] = &[
    is("pg.Pool()", "pg.Client"), is("pg.Client()", "pg.Client"), is("pg.Client.connect()", "pg.Client"),
    is("pg.native", "pg"), is("pg-promise()()", "pg.Client"),
    sink("pg.Client.query", 0, Sql),
    is("mysql2", "mysql"), is("mysql2.promise", "mysql"), is("mysql.createPool()", "mysql.Connection"),
    is("mysql.createConnection()", "mysql.Connection"),
    sink("mysql.Connection.query", 0, Sql), sink("mysql.Connection.execute", 0, Sql),
    op("mysql.escape"), op("mysql.escapeId"), same_op("sqlstring.escape", "mysql.escape"),
    same_op("pg.escapeIdentifier", "pg.escapeIdentifier"), same_op("pg.escapeLiteral", "mysql.escape"),
    // A method that takes SQL, of a value of unknown origin.
    sink("*.query", 0, Sql), sink("*.execute", 0, Sql), sink("*.raw", 0, Clause),
];
