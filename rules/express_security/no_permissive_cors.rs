use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{cors_call, options_of};
use crate::{
    engine::{Context, Filters, Level, Matches, Meta, Pattern, Rule, TestOptions},
    estree::{AstType, Node},
};

/// Finds cross-origin access for every origin.
///
/// ## Why
///
/// Any page on the web can then call the API from its visitors' browsers and read what it answers, from
/// inside the networks that those browsers are in.
///
/// ## What is found
///
/// `cors()` without options is found, by itself or as the first argument of `….use(…)`; options are found
/// whose text holds `origin: '*'` or `origin: true`.
///
/// ## Example
///
/// ```js
/// app.use(cors());                                        // found
/// app.use(cors({ origin: '*' }));                         // found
/// app.use(cors({ origin: ['https://shop.example'] }));    // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoPermissiveCors(Options);

#[derive(Default, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    #[serde(flatten)]
    tests: TestOptions<false>,
    /// Lets `origin: true` pass without `credentials: true`.
    allow_origin_true: bool,
    /// Accepted for ESLint's sake; nothing reads it.
    allowed_origins: Vec<String>,
}

static ORIGIN_STAR: Pattern = Pattern::new(r#"\borigin\s*:\s*['"`]\*['"`]"#).holding(&["origin"]);

static ORIGIN_TRUE: Pattern = Pattern::new(r"\borigin\s*:\s*true\b").holding(&["origin"]);

static CREDENTIALS: Pattern = Pattern::new(r"\bcredentials\s*:\s*true\b").holding(&["credentials"]);

#[derive(Default)]
pub(super) struct State {
    star: Matches,
    mirrored: Matches,
    credentials: Matches,
}

impl Rule for NoPermissiveCors {
    const META: Meta = Meta {
        id: "express-security/no-permissive-cors",
        cwe: 942,
        owasp: "A05:2021 Security Misconfiguration",
        cvss: 7.5,
        on: &[AstType::CallExpression],
        filters: Filters { calls: &["cors", "use"], required_words: &[&["cors"]], ..Filters::NONE },
        messages: &["permissiveCors"],
    };

    type Options = Options;
    type State = State;

    fn new(options: Options) -> Result<Self, String> {
        Ok(Self(options))
    }

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        let Some(cors) = cors_call(call) else { return };
        let (found, what) = if cors.arguments().is_empty() {
            (cors, "cors() allows every origin to read the answers")
        } else {
            let Some(options) = options_of(cors) else { return };
            let Some(what) = self.fault(options, ctx.state) else { return };
            (options, what)
        };
        if !self.0.tests.allow(ctx.path()) {
            let fix = "List the origins that may: cors({ origin: ['https://app.example.com'] })";
            ctx.report(found, "permissiveCors", Level::High, what, fix);
        }
    }
}

impl NoPermissiveCors {
    /// Returns what is wrong with the options of `cors`.
    fn fault(&self, options: Node<'_>, state: &mut State) -> Option<&'static str> {
        if state.star.any_within(options, &ORIGIN_STAR) {
            return Some("origin: '*' allows every origin to read the answers");
        }
        if !state.mirrored.any_within(options, &ORIGIN_TRUE) {
            return None;
        }
        if !self.0.allow_origin_true {
            return Some("origin: true allows whatever origin is asking to read the answers");
        }
        let with_credentials = state.credentials.any_within(options, &CREDENTIALS);
        with_credentials.then_some("origin: true with credentials lets whatever origin is asking act as the user")
    }
}
