use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{has_property, key_name};
use crate::{
    engine::{Context, Edit, Filters, Level, Meta, StatelessRule, TestOptions, snippet},
    estree::{AstType, Kind, Node, contains_ignoring_case},
};

/// Finds responses that every origin may read.
///
/// ## Why
///
/// Any page on the web can call the function from its visitors' browsers and read what it answers.
///
/// ## What is found
///
/// An object with `statusCode` or `body` is looked at that is returned, or that a variable with `response`
/// in its name is declared with: an `Access-Control-Allow-Origin` of `'*'` in its `headers` is found, upper
/// or lower case. The fix puts `"https://your-domain.com"` in its place, as ESLint's rule does.
///
/// ## Example
///
/// ```js
/// return { statusCode: 200, headers: { 'Access-Control-Allow-Origin': '*' }, body };                       // found
/// return { statusCode: 200, headers: { 'Access-Control-Allow-Origin': 'https://shop.example' }, body };    // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct NoPermissiveCorsResponse {
    #[serde(flatten)]
    tests: TestOptions<true>,
    /// Accepted for ESLint's sake; nothing reads it.
    allowed_origins: Vec<String>,
}

impl StatelessRule for NoPermissiveCorsResponse {
    const META: Meta = Meta {
        id: "lambda-security/no-permissive-cors-response",
        cwe: 942,
        owasp: "A05:2021 Security Misconfiguration",
        cvss: 7.5,
        on: &[AstType::ReturnStatement, AstType::VariableDeclarator],
        filters: Filters {
            inits: &[AstType::ObjectExpression],
            required_words: &[&["access-control-allow-origin"]],
            ..Filters::NONE
        },
        messages: &["permissiveCors"],
    };

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_>) {
        let response = if node.is(Kind::ReturnStatement) {
            node.argument()
        } else {
            let name = node.declared().and_then(Node::identifier);
            node.init().filter(|_| name.is_some_and(|name| contains_ignoring_case(name, "response")))
        };
        let Some(response) = response.filter(|response| response.is(Kind::ObjectExpression)) else { return };
        if !has_property(response, &["body", "statusCode"]) || self.tests.allow(ctx.path()) {
            return;
        }
        for (_, headers) in response.named_properties().filter(|(name, _)| *name == "headers") {
            let Some(headers) = headers.value().filter(|headers| headers.is(Kind::ObjectExpression)) else { continue };
            for header in headers.properties().iter().filter(|&property| allows_every_origin(property)) {
                let Some(value) = header.value() else { continue };
                let what = format_args!("The header {} lets every origin read the response", snippet(header));
                let fix = "Send the one origin that may, 'https://app.example.com', after comparing it to a list";
                ctx.report(header, "permissiveCors", Level::High, what, fix)
                    .fix(Edit::replace(value, "\"https://your-domain.com\""));
            }
        }
    }
}

fn allows_every_origin(header: Node<'_>) -> bool {
    header.is(Kind::Property)
        && key_name(header).is_some_and(|name| name.eq_ignore_ascii_case("access-control-allow-origin"))
        && header.value().and_then(Node::string) == Some("*")
}
