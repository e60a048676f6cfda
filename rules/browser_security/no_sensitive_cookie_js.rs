use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::cookie_set_by;
use crate::{
    engine::{Context, Filters, Level, Meta, Needles, Rule, TestOptions, lower_cased, shorten},
    estree::{AstType, Kind, Node, is_white_space, to_lower_case},
};

/// Finds cookies with tokens, passwords and the like that a script sets.
///
/// ## Why
///
/// A cookie that a script can set has no `HttpOnly`, so that every other script can read it.
///
/// ## What is found
///
/// Assignments to `document.cookie` are looked at: the cookie's name is what stands before the first `=` in a
/// string, in the first part of a template, or in the first operand of a concatenation.
///
/// ## Example
///
/// ```js
/// document.cookie = 'session_id=' + id;         // found
/// document.cookie = 'theme=dark';               // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoSensitiveCookieJs {
    tests: TestOptions<true>,
    /// In lower case.
    sensitive: Needles,
}

#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    #[serde(flatten)]
    tests: TestOptions<true>,
    /// Words that the name of a cookie may not hold.
    sensitive_patterns: Vec<String>,
}

/// The words that the name of a cookie holds that is sensitive. Longer words that hold one of these are left out.
const SENSITIVE: [&str; 13] = [
    "api_key",
    "apikey",
    "auth",
    "bearer",
    "credential",
    "jwt",
    "passwd",
    "password",
    "private_key",
    "privatekey",
    "secret",
    "session",
    "token",
];

impl Default for Options {
    fn default() -> Self {
        Self { tests: TestOptions::default(), sensitive_patterns: SENSITIVE.map(String::from).into() }
    }
}

impl Rule for NoSensitiveCookieJs {
    const META: Meta = Meta {
        id: "browser-security/no-sensitive-cookie-js",
        cwe: 1004,
        owasp: "A02:2021 Cryptographic Failures",
        cvss: 8.1,
        on: &[AstType::AssignmentExpression],
        filters: Filters { required_words: &[&["document"], &["cookie"]], ..Filters::NONE },
        messages: &["sensitiveCookieJs"],
    };

    type Options = Options;
    type State = ();

    fn new(options: Options) -> Result<Self, String> {
        let sensitive = lower_cased(&options.sensitive_patterns);
        Ok(Self { tests: options.tests, sensitive: Needles::of(&sensitive) })
    }

    fn check<'a>(&self, assignment: Node<'a>, ctx: &mut Context<'a, '_, ()>) {
        let Some(name) = cookie_set_by(assignment).and_then(cookie_name) else { return };
        if self.tests.allow(ctx.path()) {
            return;
        }
        if self.sensitive.is_in(&to_lower_case(name)) {
            let what = format_args!("the cookie {} is set where every script can read it", shorten(name));
            let fix = "Have the server set it, with HttpOnly, Secure and SameSite";
            ctx.report(assignment, "sensitiveCookieJs", Level::High, what, fix);
        }
    }
}

/// Returns the name of a cookie that is set to a value, where it is written out.
fn cookie_name(cookie: Node<'_>) -> Option<&str> {
    let begin = match cookie.kind() {
        Kind::TemplateLiteral => cookie.quasis().first()?.raw()?,
        Kind::BinaryExpression => cookie.left()?.string()?,
        _ => cookie.string()?,
    };
    let (name, _) = begin.split_once('=')?;
    Some(name.trim_matches(is_white_space)).filter(|name| !name.is_empty())
}
