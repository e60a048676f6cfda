use documented::Documented;
use oxc_syntax::node::NodeId;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::is_use;
use crate::{
    engine::{Context, Filters, Level, Meta, Needles, Rule, TestOptions, lower_cased, snippet},
    estree::{AstType, Kind, Node, to_lower_case},
};

/// Finds Express applications that answer as many requests as anyone sends.
///
/// ## Why
///
/// Passwords and codes are guessed by the thousand, and one client can keep the server busy for all the
/// others.
///
/// ## What is found
///
/// The last `express()` of a file is found, unless a `….use(…)` in it gets a function, or the result of
/// one, whose name holds `rateLimit`, `limiter`, `slowDown` or `expressBrute`, upper or lower case.
///
/// ## Example
///
/// ```js
/// const app = express();                 // found where no app.use(limiter) is in the file
/// app.use(rateLimit({ limit: 100 }));    // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct RequireRateLimiting {
    options: Options,
    /// In lower case.
    alternatives: Vec<String>,
}

#[derive(Default, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    #[serde(flatten)]
    tests: TestOptions<false>,
    /// Further parts of names.
    alternative_middleware: Vec<String>,
    /// Switches the rule off.
    assume_rate_limiting: bool,
}

/// The words that the name of a middleware holds that limits requests.
static LIMITERS: Needles = Needles::ignoring_case(&["expressbrute", "limiter", "ratelimit", "slowdown"]);

#[derive(Default)]
pub(super) struct State {
    /// The last application so far.
    application: Option<NodeId>,
    is_limited: bool,
}

impl Rule for RequireRateLimiting {
    const META: Meta = Meta {
        id: "express-security/require-rate-limiting",
        cwe: 770,
        owasp: "A04:2021 Insecure Design",
        cvss: 7.5,
        on: &[AstType::CallExpression],
        filters: Filters { calls: &["express", "use"], required_words: &[&["express"]], ..Filters::NONE },
        messages: &["missingRateLimiting"],
    };

    type Options = Options;
    type State = State;

    fn new(options: Options) -> Result<Self, String> {
        let alternatives = lower_cased(&options.alternative_middleware);
        Ok(Self { options, alternatives })
    }

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        if call.callee_name() == Some("express") {
            ctx.state.application = Some(call.id());
        } else if is_use(call) {
            ctx.state.is_limited |= call.arguments().iter().any(|argument| self.limits(argument));
        }
    }

    fn finish<'a>(&self, ctx: &mut Context<'a, '_, State>) {
        if ctx.state.is_limited || self.options.assume_rate_limiting || self.options.tests.allow(ctx.path()) {
            return;
        }
        if let Some(application) = ctx.state.application {
            let application = ctx.node_of(application);
            let what =
                format_args!("The application that {} makes answers any number of requests", snippet(application));
            let fix = "Install express-rate-limit and put app.use(rateLimit({ windowMs: 60000, limit: 100 })) first";
            ctx.report(application, "missingRateLimiting", Level::High, what, fix);
        }
    }
}

impl RequireRateLimiting {
    /// Returns whether a middleware limits requests, by its name.
    fn limits(&self, middleware: Node<'_>) -> bool {
        let called = middleware.callee_name().filter(|_| middleware.is(Kind::CallExpression));
        let Some(name) = called.or_else(|| middleware.identifier()) else { return false };
        LIMITERS.is_in(name)
            || !self.alternatives.is_empty() && {
                let name = to_lower_case(name);
                self.alternatives.iter().any(|alternative| name.contains(alternative.as_str()))
            }
    }
}
