use documented::Documented;
use oxc_syntax::node::NodeId;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::is_use;
use crate::{
    engine::{Context, Filters, Level, Meta, Rule, TestOptions, snippet},
    estree::{AstType, Kind, Node},
};

/// Finds Express applications that send no security headers.
///
/// ## Why
///
/// Without them browsers guess the type of what is sent, show the site in other sites' frames and go back
/// to plain HTTP. One middleware sets them all.
///
/// ## What is found
///
/// The last `express()` or `require('express')()` of a file is found, unless a `….use(…)` in it gets
/// `helmet`, `helmet()` or `helmet.….()`.
///
/// ## Example
///
/// ```js
/// const app = express();    // found where no app.use(helmet()) is in the file
/// app.use(helmet());        // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct RequireHelmet(Options);

#[derive(Default, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    #[serde(flatten)]
    tests: TestOptions<false>,
    /// Names that count as `helmet` does, as an argument of any call.
    alternative_middleware: Vec<String>,
    /// Switches the rule off.
    assume_helmet_middleware: bool,
}

#[derive(Default)]
pub(super) struct State {
    /// The last application so far.
    application: Option<NodeId>,
    has_helmet: bool,
}

impl Rule for RequireHelmet {
    const META: Meta = Meta {
        id: "express-security/require-helmet",
        cwe: 693,
        owasp: "A05:2021 Security Misconfiguration",
        cvss: 6.5,
        on: &[AstType::CallExpression],
        filters: Filters { calls: &["express", "use"], required_words: &[&["express"]], ..Filters::NONE },
        messages: &["missingHelmet"],
    };

    type Options = Options;
    type State = State;

    fn new(options: Options) -> Result<Self, String> {
        Ok(Self(options))
    }

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        if makes_application(call) {
            ctx.state.application = Some(call.id());
        } else if is_use(call) && call.arguments().iter().any(is_helmet) {
            ctx.state.has_helmet = true;
        } else if !self.0.alternative_middleware.is_empty() {
            ctx.state.has_helmet |= call.arguments().iter().any(|argument| self.is_alternative(argument));
        }
    }

    fn finish<'a>(&self, ctx: &mut Context<'a, '_, State>) {
        if ctx.state.has_helmet || self.0.assume_helmet_middleware || self.0.tests.allow(ctx.path()) {
            return;
        }
        if let Some(application) = ctx.state.application {
            let application = ctx.node_of(application);
            let what = format_args!("The application that {} makes sends no security headers", snippet(application));
            let fix = "Install helmet and put app.use(helmet()) before the routes";
            ctx.report(application, "missingHelmet", Level::High, what, fix);
        }
    }
}

impl RequireHelmet {
    fn is_alternative(&self, argument: Node<'_>) -> bool {
        let called = argument.callee_name().filter(|_| argument.is(Kind::CallExpression));
        let name = called.or_else(|| argument.identifier());
        name.is_some_and(|name| self.0.alternative_middleware.iter().any(|alternative| alternative == name))
    }
}

/// Returns whether a call is `express()` or `require('express')()`.
fn makes_application(call: Node<'_>) -> bool {
    call.callee().is_some_and(|callee| {
        callee.is_identifier("express")
            || callee.is(Kind::CallExpression)
                && callee.callee_name() == Some("require")
                && callee.argument_at(0).and_then(Node::string) == Some("express")
    })
}

fn is_helmet(argument: Node<'_>) -> bool {
    argument.is_identifier("helmet")
        || argument.is(Kind::CallExpression)
            && argument.callee().is_some_and(|callee| {
                callee.is_identifier("helmet")
                    || callee.is(Kind::MemberExpression)
                        && callee.object().is_some_and(|object| object.is_identifier("helmet"))
            })
}
