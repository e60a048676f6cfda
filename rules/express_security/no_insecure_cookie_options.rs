use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    engine::{Context, Edit, Filters, Level, Matches, Meta, Pattern, Rule, TestOptions, shorten},
    estree::{AstType, Kind, Node, to_lower_case},
};

/// Finds cookies without the flags that keep them from scripts, from plain HTTP and from other sites.
///
/// ## Why
///
/// A cookie without `httpOnly` is read by any script that gets into the page; without `secure` it is sent
/// over connections that anyone can read; without `sameSite` other sites' requests carry it.
///
/// ## What is found
///
/// Every call of `….cookie(name, value, options)` is looked at, on whatever object. Without options it is
/// found as a whole; options that are an object are found where their text lacks `httpOnly: true`,
/// `secure: true` or a `sameSite` that is accepted, upper or lower case.
///
/// ## Example
///
/// ```js
/// res.cookie('sid', id);                                                              // found
/// res.cookie('sid', id, { httpOnly: true, secure: true, sameSite: 'strict' });        // fine
/// ```
///
/// ## Limits
///
/// A call of `….cookie()` without arguments is not reported; ESLint's rule throws there and ends the run.
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoInsecureCookieOptions(Options);

#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    #[serde(flatten)]
    tests: TestOptions<false>,
    /// Asks for `httpOnly: true`.
    require_http_only: bool,
    /// Asks for `secure: true`.
    require_secure: bool,
    /// Asks for a `sameSite` that is accepted.
    require_same_site: bool,
    /// The values of `sameSite` that are accepted, in lower case.
    acceptable_same_site_values: Vec<String>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            tests: TestOptions::default(),
            require_http_only: true,
            require_secure: true,
            require_same_site: true,
            acceptable_same_site_values: ["lax", "strict"].map(String::from).into(),
        }
    }
}

static HTTP_ONLY: Pattern = Pattern::ignoring_case(r"\bhttpOnly\s*:\s*true\b").holding(&["httponly"]);

static SECURE: Pattern = Pattern::ignoring_case(r"\bsecure\s*:\s*true\b").holding(&["secure"]);

static SAME_SITE: Pattern = Pattern::ignoring_case(r#"\bsameSite\s*:\s*['"]\w+['"]"#).holding(&["samesite"]);

#[derive(Default)]
pub(super) struct State {
    http_only: Matches,
    secure: Matches,
    same_site: Matches,
}

impl Rule for NoInsecureCookieOptions {
    const META: Meta = Meta {
        id: "express-security/no-insecure-cookie-options",
        cwe: 614,
        owasp: "A05:2021 Security Misconfiguration",
        cvss: 6.5,
        on: &[AstType::CallExpression],
        filters: Filters { calls: &["cookie"], required_words: &[&["cookie"]], ..Filters::NONE },
        messages: &["insecureCookie", "addSecureFlags"],
    };

    type Options = Options;
    type State = State;

    fn new(options: Options) -> Result<Self, String> {
        Ok(Self(options))
    }

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        if call.callee_method() != Some("cookie") || self.0.tests.allow(ctx.path()) {
            return;
        }
        let fix = "Set { httpOnly: true, secure: true, sameSite: 'strict' }";
        let arguments = call.arguments();
        if arguments.len() < 3 {
            let Some(last) = arguments.last() else { return };
            let what = "The cookie is set without httpOnly, secure and sameSite";
            ctx.report(call, "insecureCookie", Level::High, what, fix).suggest(
                "addSecureFlags",
                "Add the three flags",
                Edit::insert_after(last, ", { httpOnly: true, secure: true, sameSite: \"strict\" }"),
            );
            return;
        }
        let Some(options) = arguments.get(2).filter(|options| options.is(Kind::ObjectExpression)) else { return };
        let faults = self.faults(options, ctx.state);
        if !faults.is_empty() {
            let what = format_args!("The cookie is set {}", faults.join(", "));
            ctx.report(options, "insecureCookie", Level::High, what, fix);
        }
    }
}

impl NoInsecureCookieOptions {
    /// Returns what is wrong with a cookie's options.
    fn faults(&self, options: Node<'_>, state: &mut State) -> Vec<String> {
        let mut faults = Vec::new();
        if self.0.require_http_only && !state.http_only.any_within(options, &HTTP_ONLY) {
            faults.push("without httpOnly: true".to_string());
        }
        if self.0.require_secure && !state.secure.any_within(options, &SECURE) {
            faults.push("without secure: true".to_string());
        }
        if self.0.require_same_site {
            match state.same_site.first_within(options, &SAME_SITE).and_then(quoted) {
                None => faults.push("without sameSite".to_string()),
                Some(value) if !self.accepts(value) => faults.push(format!("with sameSite: '{}'", shorten(value))),
                Some(_) => {}
            }
        }
        faults
    }

    fn accepts(&self, same_site: &str) -> bool {
        let same_site = to_lower_case(same_site);
        self.0.acceptable_same_site_values.iter().any(|value| *value == same_site)
    }
}

/// Returns what is between the quotes that a text ends with.
fn quoted(text: &str) -> Option<&str> {
    text.split(['\'', '"']).nth(1)
}
