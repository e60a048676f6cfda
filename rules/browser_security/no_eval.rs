use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, TestOptions, snippet},
    estree::{AstType, Kind, Node},
};

/// Finds strings that are run as code.
///
/// ## Why
///
/// Whoever can shape the string runs code of their own on the page, and a Content Security Policy that
/// allows it protects from no other injection either.
///
/// ## What is found
///
/// Calls of `eval(…)` and `execScript(…)` are found, also as methods (`window.eval(…)`), those of
/// `setTimeout`, `setInterval` and `setImmediate` whose first argument is a string, and `new Function(…)`.
///
/// ## Example
///
/// ```js
/// const total = eval(formula);                 // found
/// setTimeout('refresh()', 1000);               // found
/// setTimeout(() => refresh(), 1000);           // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct NoEval {
    #[serde(flatten)]
    tests: TestOptions<false>,
    /// Leaves `new Function(…)` alone.
    allow_function_constructor: bool,
}

impl StatelessRule for NoEval {
    const META: Meta = Meta {
        id: "browser-security/no-eval",
        cwe: 95,
        owasp: "A03:2021 Injection",
        cvss: 8.1,
        on: &[AstType::CallExpression, AstType::NewExpression],
        filters: Filters {
            calls: &["Function", "eval", "execScript", "setImmediate", "setInterval", "setTimeout"],
            ..Filters::NONE
        },
        messages: &["dangerousEval"],
    };

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_>) {
        if self.tests.allow(ctx.path()) {
            return;
        }
        let runs_code = if node.is(Kind::NewExpression) {
            !self.allow_function_constructor && node.callee_name() == Some("Function")
        } else {
            runs_string(node)
        };
        if runs_code {
            let what = format_args!("{} runs a string as code", snippet(node));
            let fix =
                "Read data with JSON.parse, pass a function instead of its text, or look the action up in a table";
            ctx.report(node, "dangerousEval", Level::Critical, what, fix);
        }
    }
}

fn runs_string(call: Node<'_>) -> bool {
    match call.callee_name() {
        Some("setImmediate" | "setInterval" | "setTimeout") => {
            call.argument_at(0).is_some_and(|code| code.string().is_some())
        }
        Some(name) => matches!(name, "eval" | "execScript"),
        None => matches!(call.callee_method(), Some("eval" | "execScript")),
    }
}
