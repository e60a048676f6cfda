use documented::Documented;
use serde::Deserialize;

use super::helpers::{filter_properties, reads_request};
use crate::{
    engine::{Context, Edit, Filters, Level, Meta, Rule, is_test_file, shorten, snippet},
    estree::{AstType, Kind, Node},
};

/// Finds filters that take a client's value as it comes.
///
/// A body that is parsed as JSON can hold objects: where a password is expected, `{ "$ne": null }` arrives,
/// and the filter matches every user.
///
/// Calls of `find`, `findOne`, `findById`, `findOneAndUpdate`, `findOneAndDelete`, `findOneAndReplace`,
/// `findByIdAndUpdate`, `findByIdAndDelete`, `updateOne`, `updateMany`, `deleteOne`, `deleteMany`,
/// `replaceOne`, `countDocuments` and `aggregate` are looked at, whatever they are called on. In the object
/// that is their first argument each property is found whose value is a variable (a parameter, a
/// constant, `undefined`), or `req.body`, `req.query`, `req.params` or what is read from them.
///
/// ```js
/// await User.findOne({ email: req.body.email });                     // found
/// await User.findOne({ email });                                     // found
/// await User.findOne({ email: { $eq: String(req.body.email) } });    // fine
/// ```
///
/// Options: `allowInTests` (`true`) leaves test files alone; `additionalMethods` are further methods.
#[derive(Documented)]
#[documented(trim = false)]
pub struct NoUnsafeQuery(Options);

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Options {
    allow_in_tests: bool,
    additional_methods: Vec<String>,
}

impl Default for Options {
    fn default() -> Self {
        Self { allow_in_tests: true, additional_methods: Vec::new() }
    }
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

impl Rule for NoUnsafeQuery {
    const META: Meta = Meta {
        id: "mongodb-security/no-unsafe-query",
        cwe: 943,
        owasp: "A03:2021 Injection",
        cvss: 9.8,
        on: &[AstType::CallExpression],
        filters: Filters { calls: QUERIES, ..Filters::NONE },
        messages: &["unsafeQuery", "suggestionUseEq"],
    };

    type Options = Options;
    type State = ();

    fn new(options: Options) -> Result<Self, String> {
        Ok(Self(options))
    }

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_, ()>) {
        let Some(method) = call.callee_method() else { return };
        if !QUERIES.contains(&method) && !self.0.additional_methods.iter().any(|further| further == method)
            || self.0.allow_in_tests && is_test_file(ctx.path())
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
