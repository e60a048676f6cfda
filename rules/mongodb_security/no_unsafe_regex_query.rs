use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{calls_method, filter_properties, properties, reads_request};
use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, TestOptions, snippet},
    estree::{AstType, Kind, Node},
};

/// Finds `$regex` with a pattern that a client chooses.
///
/// ## Why
///
/// A pattern such as `^` finds every document, and one that backtracks keeps the server busy: the client
/// decides what is searched for and how long it takes.
///
/// ## What is found
///
/// Calls of `find`, `findOne`, `findById`, `findOneAndUpdate`, `findOneAndDelete`, `updateOne`, `updateMany`,
/// `deleteOne`, `deleteMany` and `countDocuments` are looked at, whatever they are called on. In the object
/// that is their first argument the `$regex` of each field is found when it is a template with something
/// inserted, `req.body`, `req.query`, `req.params` or what is read from them, or `new RegExp(…)` of that.
///
/// ## Example
///
/// ```js
/// await Book.find({ title: { $regex: req.query.q } }).limit(20);         // found
/// await Book.find({ title: { $regex: escapeRegExp(q) } }).limit(20);     // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct NoUnsafeRegexQuery(TestOptions<true>);

/// The methods whose first argument is a filter.
const QUERIES: &[&str] = &[
    "countDocuments",
    "deleteMany",
    "deleteOne",
    "find",
    "findById",
    "findOne",
    "findOneAndDelete",
    "findOneAndUpdate",
    "updateMany",
    "updateOne",
];

impl StatelessRule for NoUnsafeRegexQuery {
    const META: Meta = Meta {
        id: "mongodb-security/no-unsafe-regex-query",
        cwe: 400,
        owasp: "A03:2021 Injection",
        cvss: 7.5,
        on: &[AstType::CallExpression],
        filters: Filters { calls: QUERIES, required_words: &[&["regex"]], ..Filters::NONE },
        messages: &["unsafeRegex"],
    };

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_>) {
        if !calls_method(call, QUERIES) || self.0.allow(ctx.path()) {
            return;
        }
        let conditions =
            filter_properties(call).filter_map(Node::value).filter(|value| value.is(Kind::ObjectExpression));
        let operators = conditions.flat_map(|condition| properties(Some(condition)));
        for pattern in
            operators.filter(|operator| operator.key_text().as_deref() == Some("$regex")).filter_map(Node::value)
        {
            if is_chosen_by_client(pattern) {
                let what = format_args!("$regex searches by whatever pattern {} makes", snippet(pattern));
                let fix = "Escape the characters that patterns give a meaning to, begin with ^, and limit the length";
                ctx.report(call, "unsafeRegex", Level::High, what, fix);
            }
        }
    }
}

fn is_chosen_by_client(pattern: Node<'_>) -> bool {
    let reads = |value: Node<'_>| value.is(Kind::MemberExpression) && reads_request(value, false);
    match pattern.kind() {
        Kind::TemplateLiteral => !pattern.expressions().is_empty(),
        Kind::NewExpression => pattern.callee_name() == Some("RegExp") && pattern.argument_at(0).is_some_and(reads),
        _ => reads(pattern),
    }
}
