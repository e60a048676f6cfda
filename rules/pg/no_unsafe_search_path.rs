use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{QueryText, query_argument};
use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, snippet},
    estree::{AstType, Kind, Node, contains_ignoring_case},
};

/// Finds `SET search_path` with a schema that is known only at run time.
///
/// ## Why
///
/// The search path decides which table a bare name means. Whoever chooses it can put a schema of their
/// own in front, and from then on the session reads, writes and calls what they placed there.
///
/// ## What is found
///
/// The first argument of any `….query(…)` is looked at: a template with insertions, a concatenation, and
/// a call such as `format('SET search_path TO %I', schema)` with an argument that is no literal.
///
/// ## Example
///
/// ```js
/// await client.query(`SET search_path TO ${tenant}`);        // found
/// await client.query('SET search_path TO app, public');      // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct NoUnsafeSearchPath;

impl StatelessRule for NoUnsafeSearchPath {
    const META: Meta = Meta {
        id: "pg/no-unsafe-search-path",
        cwe: 426,
        owasp: "A05:2021 Security Misconfiguration",
        cvss: 8.8,
        on: &[AstType::CallExpression],
        filters: Filters { calls: &["query"], ..Filters::NONE },
        messages: &["noUnsafeSearchPath"],
    };

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_>) {
        if let Some(query) = query_argument(call)
            && sets_search_path(query)
        {
            let what = format_args!("{} lets a value choose the search path", snippet(query));
            let fix = "Write the schema into the SQL, or pick the statement from a fixed list of schemas";
            ctx.report(query, "noUnsafeSearchPath", Level::Critical, what, fix);
        }
    }
}

/// Returns whether a query sets the search path and is more than a fixed text.
fn sets_search_path(query: Node<'_>) -> bool {
    let names_it = |text: &str| contains_ignoring_case(text, "set search_path");
    match query.kind() {
        Kind::TemplateLiteral => QueryText::of(query).is_some_and(|text| text.dynamic && names_it(&text.fixed)),
        // One of string literals alone counts too.
        Kind::BinaryExpression => QueryText::of(query).is_some_and(|text| names_it(&text.fixed)),
        Kind::CallExpression => {
            query.argument_at(0).and_then(Node::string).is_some_and(names_it)
                && !query.arguments().iter().all(|argument| argument.is(Kind::Literal))
        }
        _ => false,
    }
}
