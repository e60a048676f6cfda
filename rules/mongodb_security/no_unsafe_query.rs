use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{filter_properties, reads_request};
use crate::{
    engine::{Context, Edit, Filters, Level, Meta, StatelessRule, TestOptions, shorten, snippet},
    estree::{AstType, Kind, Node},
};

/// Finds filters that take a client's value as it comes.
///
/// ## Why
///
/// A body that is parsed as JSON can hold objects: where a password is expected, `{ "$ne": null }` arrives,
/// and the filter matches every user.
///
/// ## What is found
///
/// Calls of `find`, `findOne`, `findById`, `findOneAndUpdate`, `findOneAndDelete`, `findOneAndReplace`,
/// `findByIdAndUpdate`, `findByIdAndDelete`, `updateOne`, `updateMany`, `deleteOne`, `deleteMany`,
/// `replaceOne`, `countDocuments` and `aggregate` are looked at, whatever they are called on. In the object
/// that is their first argument each property is found whose value is a variable (a parameter, a
/// constant, `undefined`), or `req.body`, `req.query`, `req.params` or what is read from them.
///
/// ## Example
///
/// ```js
/// await User.findOne({ email: req.body.email });                     // found
/// await User.findOne({ email });                                     // found
/// await User.findOne({ email: { $eq: String(req.body.email) } });    // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct NoUnsafeQuery {
    #[serde(flatten)]
    tests: TestOptions<true>,
    /// Further methods that are looked at.
    additional_methods: Vec<String>,
}

/// The methods whose first argument is a filter.
const QUERIES: &[&str] = &[
    "aggregate",
    "countDocuments",
    "deleteMany",
    "deleteOne",
    "find",
    "findById",
    "findByIdAndDelete",
    "findByIdAndUpdate",
    "findOne",
    "findOneAndDelete",
    "findOneAndReplace",
    "findOneAndUpdate",
    "replaceOne",
    "updateMany",
    "updateOne",
];

impl StatelessRule for NoUnsafeQuery {
    const META: Meta = Meta {
        id: "mongodb-security/no-unsafe-query",
        cwe: 943,
        owasp: "A03:2021 Injection",
        cvss: 9.8,
        on: &[AstType::CallExpression],
        filters: Filters { calls: QUERIES, ..Filters::NONE },
        messages: &["unsafeQuery", "suggestionUseEq"],
    };

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_>) {
        let Some(method) = call.callee_method() else { return };
        if !QUERIES.contains(&method) && !self.additional_methods.iter().any(|further| further == method)
            || self.tests.allow(ctx.path())
        {
            return;
        }
        for property in filter_properties(call) {
            let Some(value) = property.value().filter(|value| is_unsafe(*value)) else { continue };
            let what = format_args!(
                "The filter of {} takes {} as it comes, objects with operators too",
                shorten(method),
                snippet(value)
            );
            let fix =
                format_args!("Compare with {{ $eq: String({}) }}, or check the value by a schema", snippet(value));
            ctx.report(property, "unsafeQuery", Level::Critical, what, fix).suggest(
                "suggestionUseEq",
                "Compare with $eq, which takes no operators",
                Edit::replace(value, format!("{{ $eq: {} }}", value.text())),
            );
        }
    }
}

fn is_unsafe(value: Node<'_>) -> bool {
    value.is(Kind::Identifier) || value.is(Kind::MemberExpression) && reads_request(value, true)
}
