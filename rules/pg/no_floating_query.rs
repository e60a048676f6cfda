use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, snippet},
    estree::{AstType, Kind, Node},
};

/// Finds queries whose promise nobody waits for.
///
/// ## Why
///
/// What comes after runs before the query has, and when the query fails nobody hears of it but the
/// process, which Node ends for an unhandled rejection.
///
/// ## What is found
///
/// A call `….query(…)` is looked at that is a statement of its own. One that is awaited, returned,
/// assigned, passed on or chained to `.then(…)` or `.catch(…)` is fine.
///
/// ## Example
///
/// ```js
/// pool.query('DELETE FROM sessions WHERE id = $1', [id]);          // found
/// await pool.query('DELETE FROM sessions WHERE id = $1', [id]);    // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct NoFloatingQuery;

impl StatelessRule for NoFloatingQuery {
    const META: Meta = Meta {
        id: "pg/no-floating-query",
        cwe: 391,
        owasp: "A04:2021 Insecure Design",
        cvss: 5.3,
        on: &[AstType::CallExpression],
        filters: Filters { calls: &["query"], ..Filters::NONE },
        messages: &["noFloatingQuery"],
    };

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_>) {
        if call.callee_method() == Some("query")
            && call.parent().is_some_and(|parent| parent.is(Kind::ExpressionStatement))
        {
            let what = format_args!("Nobody waits for {} or hears of its failure", snippet(call));
            ctx.report(call, "noFloatingQuery", Level::High, what, "Put await before it, or return its promise");
        }
    }
}
