use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, TestOptions},
    estree::{AstType, Kind, Node},
};

/// Finds middleware that lets every origin read a function's answers.
///
/// ## Why
///
/// Any page on the web can then call the function from its visitors' browsers and read what it answers.
///
/// ## What is found
///
/// Calls of `httpCors` and `cors` by their bare names, upper or lower case, are looked at: one without
/// arguments is found, and in an object of options each `origin` or `origins` that is `'*'`, and each `'*'`
/// in an array there.
///
/// ## Example
///
/// ```js
/// middy(handler).use(httpCors());                                          // found
/// middy(handler).use(httpCors({ origins: ['*'] }));                        // found
/// middy(handler).use(httpCors({ origins: ['https://shop.example'] }));     // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct NoPermissiveCorsMiddy(TestOptions<true>);

impl StatelessRule for NoPermissiveCorsMiddy {
    const META: Meta = Meta {
        id: "lambda-security/no-permissive-cors-middy",
        cwe: 942,
        owasp: "A05:2021 Security Misconfiguration",
        cvss: 7.5,
        on: &[AstType::CallExpression],
        filters: Filters { callee_words: &["cors"], required_words: &[&["cors"]], ..Filters::NONE },
        messages: &["permissiveCors"],
    };

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_>) {
        let is_cors = |name: &str| ["cors", "httpcors"].iter().any(|cors| name.eq_ignore_ascii_case(cors));
        if !call.callee_name().is_some_and(is_cors) || self.0.allow(ctx.path()) {
            return;
        }
        if call.arguments().is_empty() {
            report(call, "The middleware without options allows every origin", ctx);
            return;
        }
        let Some(options) = call.argument_at(0).filter(|options| options.is(Kind::ObjectExpression)) else { return };
        for (name, property) in options.named_properties() {
            if !["origin", "origins"].iter().any(|origin| name.eq_ignore_ascii_case(origin)) {
                continue;
            }
            let Some(value) = property.value() else { continue };
            if is_star(value) {
                report(property, "The origin '*' allows every origin", ctx);
            } else if value.is(Kind::ArrayExpression) {
                for star in value.elements().iter().filter(|&element| is_star(element)) {
                    report(star, "The origin '*' in the list allows every origin", ctx);
                }
            }
        }
    }
}

fn is_star(value: Node<'_>) -> bool {
    value.string() == Some("*")
}

fn report<'a>(node: Node<'a>, what: &str, ctx: &mut Context<'a, '_, ()>) {
    let what = format_args!("{what} to read the answers");
    let fix = "List the origins that may: httpCors({ origins: ['https://app.example.com'] })";
    ctx.report(node, "permissiveCors", Level::High, what, fix);
}
