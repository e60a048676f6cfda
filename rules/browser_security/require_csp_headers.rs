use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    engine::{Context, Filters, Level, Meta, Needles, StatelessRule, snippet},
    estree::{AstType, Node},
};

/// Finds HTML that a server sends, as a reminder of the Content Security Policy.
///
/// ## Why
///
/// Without the header, a script that gets into the page runs.
///
/// ## What is found
///
/// Found are `….render(…)` and `….send(…)` with a string, or a template whose first part, holds `<html` or `<!DOCTYPE`.
///
/// ## Example
///
/// ```js
/// res.send('<!DOCTYPE html><title>Hello</title>');      // found
/// res.send({ ok: true });                               // fine
/// ```
///
/// ## Limits
///
/// Whether the header is set elsewhere makes no difference.
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct RequireCspHeaders;

static HTML: Needles = Needles::new(&["<!DOCTYPE", "<html"]);

impl StatelessRule for RequireCspHeaders {
    const META: Meta = Meta {
        id: "browser-security/require-csp-headers",
        cwe: 1021,
        owasp: "A05:2021 Security Misconfiguration",
        cvss: 4.7,
        on: &[AstType::CallExpression],
        filters: Filters { calls: &["render", "send"], ..Filters::NONE },
        messages: &["violationDetected"],
    };

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_>) {
        let sends_html = match call.callee_method() {
            Some("render") => true,
            Some("send") => call.argument_at(0).is_some_and(is_html),
            _ => false,
        };
        if sends_html {
            let what = format_args!("{} sends a page, perhaps without a Content-Security-Policy", snippet(call));
            let fix = "Set the header for all answers: app.use(helmet.contentSecurityPolicy())";
            ctx.report(call, "violationDetected", Level::Medium, what, fix);
        }
    }
}

fn is_html(answer: Node<'_>) -> bool {
    answer.string().or_else(|| answer.quasis().first()?.raw()).is_some_and(|text| HTML.is_in(text))
}
