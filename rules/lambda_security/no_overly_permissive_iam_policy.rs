use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::key_name;
use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, TestOptions, shorten},
    estree::{AstType, Kind, Node},
};

/// Finds permissions for everything.
///
/// ## Why
///
/// A function that may do everything is, once taken over, an account that was taken over.
///
/// ## What is found
///
/// Properties `Resource`, `Action` and `Principal` are looked at: a string that is `*`, `arn:aws:*` or
/// `arn:*:*:*:*:*`, or that ends in `*` and holds `:*:`, is found, as the value or as an item of an array.
///
/// ## Example
///
/// ```js
/// const statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };                       // found
/// const statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::orders/*' };   // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct NoOverlyPermissiveIamPolicy(TestOptions<true>);

impl StatelessRule for NoOverlyPermissiveIamPolicy {
    const META: Meta = Meta {
        id: "lambda-security/no-overly-permissive-iam-policy",
        cwe: 732,
        owasp: "A01:2021 Broken Access Control",
        cvss: 6.5,
        on: &[AstType::ObjectProperty],
        filters: Filters { required_words: &[&["Action", "Principal", "Resource"]], ..Filters::NONE },
        messages: &["permissivePolicy"],
    };

    fn check<'a>(&self, property: Node<'a>, ctx: &mut Context<'a, '_>) {
        let Some(name @ ("Action" | "Principal" | "Resource")) = key_name(property) else { return };
        let Some(value) = property.value() else { return };
        if value.string().is_some_and(is_wildcard) {
            self.report(property, name, value, ctx);
        } else if value.is(Kind::ArrayExpression) {
            let wildcards = value.elements().iter().filter(|element| element.string().is_some_and(is_wildcard));
            wildcards.for_each(|element| self.report(element, name, element, ctx));
        }
    }
}

impl NoOverlyPermissiveIamPolicy {
    fn report<'a>(&self, node: Node<'a>, name: &str, value: Node<'a>, ctx: &mut Context<'a, '_, ()>) {
        if self.0.allow(ctx.path()) {
            return;
        }
        let value = shorten(value.string().unwrap_or_default());
        let what = format_args!("The policy's {name} is \"{value}\", which covers more than any function needs");
        let fix = format_args!("Name what the function uses: {name}: ['{}']", example(name));
        ctx.report(node, "permissivePolicy", Level::High, what, fix);
    }
}

/// Returns a value of a policy's property that grants little.
fn example(property: &str) -> &'static str {
    match property {
        "Action" => "s3:GetObject",
        "Principal" => "arn:aws:iam::123456789012:role/orders",
        _ => "arn:aws:s3:::orders/*",
    }
}

fn is_wildcard(value: &str) -> bool {
    matches!(value, "*" | "arn:aws:*" | "arn:*:*:*:*:*") || value.ends_with('*') && value.contains(":*:")
}
