use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::calls_method;
use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, TestOptions, snippet},
    estree::{AstType, Kind, Node},
};

/// Finds queries that return as many documents as there are.
///
/// ## Why
///
/// What is quick on ten documents takes the memory of the process on ten million, and a client who
/// chooses the filter chooses how many.
///
/// ## What is found
///
/// Calls of `find` and `findOne` are looked at, whatever they are called on. Fine is one that `.limit` is
/// read from, directly or through what is directly around it (`(await users.find()).limit`), and one that
/// is an argument of `….limit(…)`. A `.limit(…)` further along the chain is not seen.
///
/// ## Example
///
/// ```js
/// const users = await User.find({ active: true });               // found
/// const users = await User.find({ active: true }).limit(50);     // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct NoUnboundedFind(TestOptions<true>);

/// The methods that take a limit.
const FINDS: &[&str] = &["find", "findOne"];

impl StatelessRule for NoUnboundedFind {
    const META: Meta = Meta {
        id: "mongodb-security/no-unbounded-find",
        cwe: 400,
        owasp: "A04:2021 Insecure Design",
        cvss: 4.3,
        on: &[AstType::CallExpression],
        filters: Filters { calls: FINDS, ..Filters::NONE },
        messages: &["unboundedFind"],
    };

    fn check<'a>(&self, query: Node<'a>, ctx: &mut Context<'a, '_>) {
        if !calls_method(query, FINDS) || is_limited(query) || self.0.allow(ctx.path()) {
            return;
        }
        let callee = query.callee().unwrap_or(query);
        let what = format_args!("{}(…) returns as many documents as the filter matches", snippet(callee));
        ctx.report(
            query,
            "unboundedFind",
            Level::Low,
            what,
            "Put .limit(100), or what a page holds, directly behind it",
        );
    }
}

fn is_limited(query: Node<'_>) -> bool {
    let is_limit = |node: Node<'_>| node.property_identifier() == Some("limit");
    query.parent().is_some_and(|parent| {
        is_limit(parent)
            || parent.parent().is_some_and(is_limit)
            || parent.is(Kind::CallExpression) && parent.callee().is_some_and(is_limit)
    })
}
