use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, TestOptions, snippet},
    estree::{AstType, Literal, Node},
};

/// Finds Mongoose's debug mode switched on for good.
///
/// ## Why
///
/// In debug mode every query is printed with its values: personal data and tokens end up in logs that
/// more people read than the database.
///
/// ## What is found
///
/// A call of `set('debug', true, …)` is found, whatever it is called on.
///
/// ## Example
///
/// ```js
/// mongoose.set('debug', true);                                       // found
/// mongoose.set('debug', process.env.NODE_ENV === 'development');     // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct NoDebugModeProduction(TestOptions<true>);

impl StatelessRule for NoDebugModeProduction {
    const META: Meta = Meta {
        id: "mongodb-security/no-debug-mode-production",
        cwe: 489,
        owasp: "A05:2021 Security Misconfiguration",
        cvss: 3.1,
        on: &[AstType::CallExpression],
        filters: Filters { calls: &["set"], required_words: &[&["debug"]], ..Filters::NONE },
        messages: &["debugModeProduction"],
    };

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_>) {
        if call.callee_method() != Some("set")
            || call.argument_at(0).and_then(Node::string) != Some("debug")
            || call.argument_at(1).and_then(Node::literal) != Some(Literal::Boolean(true))
            || self.0.allow(ctx.path())
        {
            return;
        }
        let what = format_args!("{} prints every query with its values, in production too", snippet(call));
        let fix = "Switch it on in development only: set('debug', process.env.NODE_ENV === 'development')";
        ctx.report(call, "debugModeProduction", Level::Low, what, fix);
    }
}
