use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    engine::{Context, Filters, Level, Meta, Needles, StatelessRule, TestOptions, snippet},
    estree::{AstType, Node},
};

/// Finds query operators that get what a client sends.
///
/// ## Why
///
/// A body that is parsed as JSON can hold objects: where a number or a string is expected, `{ "$ne": null }`
/// arrives, and the comparison is true for every document.
///
/// ## What is found
///
/// Properties named `$ne`, `$gt`, `$gte`, `$lt`, `$lte`, `$nin`, `$not`, `$nor` and `$exists` are looked
/// at, in whatever object. One is found when the text of its value holds `req.body`, `req.query`,
/// `req.params`, `request.body` or `ctx.request`.
///
/// ## Example
///
/// ```js
/// await Order.find({ total: { $gt: req.query.min } });               // found
///
/// const min = Number(req.query.min);
/// await Order.find({ total: { $gt: min } });                         // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct NoOperatorInjection(TestOptions<true>);

/// The operators that are true for many documents.
const OPERATORS: &[&str] = &["$exists", "$gt", "$gte", "$lt", "$lte", "$ne", "$nin", "$nor", "$not"];

/// The words that the text of a value holds that a client sends.
const REQUEST_PARTS: &[&str] = &["ctx.request", "req.body", "req.params", "req.query", "request.body"];
static REQUESTS: Needles = Needles::new(REQUEST_PARTS);

impl StatelessRule for NoOperatorInjection {
    const META: Meta = Meta {
        id: "mongodb-security/no-operator-injection",
        cwe: 943,
        owasp: "A03:2021 Injection",
        cvss: 9.1,
        on: &[
            AstType::AssignmentTargetPropertyIdentifier,
            AstType::AssignmentTargetPropertyProperty,
            AstType::BindingProperty,
            AstType::ObjectProperty,
        ],
        filters: Filters { required_words: &[REQUEST_PARTS], ..Filters::NONE },
        messages: &["operatorInjection"],
    };

    fn check<'a>(&self, property: Node<'a>, ctx: &mut Context<'a, '_>) {
        let Some(operator) = property.key_text().filter(|key| OPERATORS.contains(&key.as_ref())) else { return };
        // The default of a shorthand is a part of its value in ESTree, and no node of its own in this view.
        let value = if property.shorthand() { Some(property) } else { property.value() };
        if !value.is_some_and(|value| ctx.contains(value, &REQUESTS)) || self.0.allow(ctx.path()) {
            return;
        }
        let what = format_args!("{} compares with whatever the client sends, objects too", snippet(property));
        let fix =
            format_args!("Make it a number or a string first, {operator}: Number(value), or check it by a schema");
        ctx.report(property, "operatorInjection", Level::Critical, what, fix);
    }
}
