use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    engine::{Context, Filters, Level, Matches, Meta, Needles, Pattern, Rule, TestOptions, snippet},
    estree::{AstType, Kind, Node},
};

/// Finds listeners for messages from other windows that do not look at the origin.
///
/// ## Why
///
/// Any page that frames or opens this one can send it messages. A listener that does not compare
/// `event.origin` takes orders from all of them.
///
/// ## What is found
///
/// The function handed to `addEventListener('message', …)` is looked at, where it is written in place: its
/// text must compare something called `origin` with `===` or the like, or hold `checkOrigin`,
/// `validateOrigin`, `isAllowedOrigin`, `trustedOrigins` or `allowedOrigins`.
///
/// ## Example
///
/// ```js
/// window.addEventListener('message', (event) => apply(event.data));      // found
///
/// window.addEventListener('message', (event) => {                        // fine
///   if (event.origin !== 'https://app.example.com') return;
///   apply(event.data);
/// });
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct RequirePostmessageOriginCheck(Options);

#[derive(Default, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    #[serde(flatten)]
    tests: TestOptions<false>,
    /// Accepted for ESLint's sake; nothing reads it.
    #[serde(rename = "trustedOrigins")]
    _trusted_origins: Vec<String>,
}

static COMPARISON: Pattern = Pattern::new(r"origin\s*[!=]=").holding(&["origin"]);

static CHECKS: Needles =
    Needles::ignoring_case(&["allowedOrigins", "checkOrigin", "isAllowedOrigin", "trustedOrigins", "validateOrigin"]);

impl Rule for RequirePostmessageOriginCheck {
    const META: Meta = Meta {
        id: "browser-security/require-postmessage-origin-check",
        cwe: 346,
        owasp: "A07:2021 Identification and Authentication Failures",
        cvss: 7.1,
        on: &[AstType::CallExpression],
        filters: Filters {
            calls: &["addEventListener"],
            required_words: &[&["addEventListener"], &["message"]],
            ..Filters::NONE
        },
        messages: &["missingOriginCheck"],
    };

    type Options = Options;
    type State = Matches;

    fn new(options: Options) -> Result<Self, String> {
        Ok(Self(options))
    }

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_, Matches>) {
        if self.0.tests.allow(ctx.path()) {
            return;
        }
        let adds_listener = call.callee_name().or(call.callee_method()) == Some("addEventListener");
        if !adds_listener || call.argument_at(0).and_then(Node::string) != Some("message") {
            return;
        }
        let Some(listener) = call.argument_at(1) else { return };
        if listener.is_any(&[Kind::ArrowFunctionExpression, Kind::FunctionExpression])
            && !ctx.contains(listener, &CHECKS)
            && !ctx.state.any_within(listener, &COMPARISON)
        {
            let what = format_args!("{} takes messages from any origin", snippet(listener));
            let fix = "Begin the listener with: if (event.origin !== 'https://your-app.example') return";
            ctx.report(listener, "missingOriginCheck", Level::High, what, fix);
        }
    }
}
