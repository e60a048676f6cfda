use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{filter_properties, properties};
use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, TestOptions, snippet},
    estree::{AstType, Kind, Node},
};

/// Finds fields of a Mongoose schema that take any value of their type.
///
/// ## Why
///
/// A type alone lets through empty names, negative prices and texts of a megabyte: what a client sends is
/// stored as it comes.
///
/// ## What is found
///
/// In the object that is the first argument of `new Schema(…)` each field is looked at that is an object
/// with a `type`. It is found when it has none of `required`, `validate`, `enum`, `min`, `max`, `minlength`,
/// `maxlength`, `minLength`, `maxLength` and `match`. A field that is its type alone is left alone.
///
/// ## Example
///
/// ```js
/// new Schema({ email: { type: String, trim: true } });                           // found
/// new Schema({ email: { type: String, required: true, match: /^\S+@\S+$/ } });   // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct RequireSchemaValidation(TestOptions<true>);

/// The properties that check a field.
const CHECKS: &[&str] =
    &["enum", "match", "max", "maxLength", "maxlength", "min", "minLength", "minlength", "required", "validate"];

impl StatelessRule for RequireSchemaValidation {
    const META: Meta = Meta {
        id: "mongodb-security/require-schema-validation",
        cwe: 20,
        owasp: "A04:2021 Insecure Design",
        cvss: 6.1,
        on: &[AstType::NewExpression],
        filters: Filters { calls: &["Schema"], ..Filters::NONE },
        messages: &["requireSchemaValidation"],
    };

    fn check<'a>(&self, schema: Node<'a>, ctx: &mut Context<'a, '_>) {
        if schema.callee_name() != Some("Schema") || self.0.allow(ctx.path()) {
            return;
        }
        for field in filter_properties(schema) {
            let definition = field.value().filter(|value| value.is(Kind::ObjectExpression));
            let has = |names: &[&str]| {
                properties(definition).filter_map(Node::key_identifier).any(|name| names.contains(&name))
            };
            if has(&["type"]) && !has(CHECKS) {
                let name = field.key().unwrap_or(field);
                let what = format_args!("The field {} takes any value of its type", snippet(name));
                let fix = "Say which values it takes: required, enum, min and max, maxlength, match or validate";
                ctx.report(field, "requireSchemaValidation", Level::Medium, what, fix);
            }
        }
    }
}
