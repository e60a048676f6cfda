use documented::Documented;

use super::helpers::{cors_call, options_of};
use crate::{
    engine::{Context, Filters, Level, Matches, Meta, Pattern, Rule, TestOptions},
    estree::{AstType, Node},
};

/// Finds cross-origin access with credentials for every origin.
///
/// ## Why
///
/// Any page that a signed-in user visits can then call the API with the user's cookies and read the
/// answers.
///
/// ## What is found
///
/// The options of `cors(…)` are looked at, by itself or as the first argument of `….use(…)`: their text is
/// searched for `credentials: true` together with `origin: true` or `origin: '*'`.
///
/// ## Example
///
/// ```js
/// app.use(cors({ origin: true, credentials: true }));                       // found
/// app.use(cors({ origin: 'https://shop.example', credentials: true }));     // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoCorsCredentialsWildcard(TestOptions<false>);

static ANY_ORIGIN: Pattern = Pattern::new(r#"\borigin\s*:\s*(?:true\b|['"`]\*['"`])"#).holding(&["origin"]);

static CREDENTIALS: Pattern = Pattern::new(r"\bcredentials\s*:\s*true\b").holding(&["credentials"]);

#[derive(Default)]
pub(super) struct State {
    origins: Matches,
    credentials: Matches,
}

impl Rule for NoCorsCredentialsWildcard {
    const META: Meta = Meta {
        id: "express-security/no-cors-credentials-wildcard",
        cwe: 942,
        owasp: "A05:2021 Security Misconfiguration",
        cvss: 9.1,
        on: &[AstType::CallExpression],
        filters: Filters {
            calls: &["cors", "use"],
            required_words: &[&["cors"], &["origin"], &["credentials"]],
            ..Filters::NONE
        },
        messages: &["credentialsWildcard"],
    };

    type Options = TestOptions<false>;
    type State = State;

    fn new(options: TestOptions<false>) -> Result<Self, String> {
        Ok(Self(options))
    }

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        let Some(options) = cors_call(call).and_then(options_of) else { return };
        if ctx.state.credentials.any_within(options, &CREDENTIALS)
            && ctx.state.origins.any_within(options, &ANY_ORIGIN)
            && !self.0.allow(ctx.path())
        {
            let what = "cors allows every origin to call with the user's credentials and read the answer";
            let fix = "List the origins, origin: ['https://app.example.com'], or leave out credentials: true";
            ctx.report(options, "credentialsWildcard", Level::Critical, what, fix);
        }
    }
}
