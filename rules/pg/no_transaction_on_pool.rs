use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{names_pool, query_argument};
use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, snippet},
    estree::{AstType, Node, is_white_space, to_upper_case},
};

/// Finds transactions that are begun or ended on a pool.
///
/// ## Why
///
/// Each query on a pool may run on another connection, but a transaction lives on one: between `BEGIN`
/// and `COMMIT` on a pool nothing is protected, and the connection that got the `BEGIN` goes back to the
/// pool with its transaction open.
///
/// ## What is found
///
/// A call `….query(…)` is looked at whose receiver is a variable with `pool` in its name and whose query
/// is a string that begins with `BEGIN`, `COMMIT` or `ROLLBACK`.
///
/// ## Example
///
/// ```js
/// await pool.query('BEGIN');                      // found
/// const client = await pool.connect();
/// await client.query('BEGIN');                    // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct NoTransactionOnPool;

impl StatelessRule for NoTransactionOnPool {
    const META: Meta = Meta {
        id: "pg/no-transaction-on-pool",
        cwe: 662,
        owasp: "A04:2021 Insecure Design",
        cvss: 5.9,
        on: &[AstType::CallExpression],
        filters: Filters { calls: &["query"], ..Filters::NONE },
        messages: &["noTransactionOnPool"],
    };

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_>) {
        if let Some(query) = query_argument(call)
            && let Some(pool) = call.callee().and_then(Node::object).and_then(Node::identifier)
            && names_pool(pool)
            && let Some(sql) = query.string()
            && matches!(&*to_upper_case(first_word(sql)), "BEGIN" | "COMMIT" | "ROLLBACK")
        {
            let what =
                format_args!("{pool}.query({}) may reach another connection than the queries after it", snippet(query));
            let fix = format_args!(
                "Take one client with await {pool}.connect(), run all of the transaction on it, release it"
            );
            ctx.report(query, "noTransactionOnPool", Level::High, what, fix);
        }
    }
}

/// Returns the text before the first blank or semicolon, after blanks at the start.
fn first_word(sql: &str) -> &str {
    let sql = sql.trim_matches(is_white_space);
    sql.split(|character| character == ';' || is_white_space(character)).next().unwrap_or(sql)
}
