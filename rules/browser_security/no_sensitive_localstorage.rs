use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::StorageWrite;
use crate::{
    engine::{Context, Filters, Level, Meta, Needles, Rule, TestOptions, lower_cased, shorten, snippet},
    estree::{AstType, Node, to_lower_case},
};

/// Finds tokens, passwords and the like that are kept in `localStorage` or `sessionStorage`.
///
/// ## Why
///
/// Every script on the page can read both, so that one injected script takes the session of whoever visits.
///
/// ## What is found
///
/// `….setItem(key, …)` and assignments to a property are looked at. It counts what the key is called, or the
/// variable that holds it: `token`, `jwt`, `auth`, `password`, `session` and others within it.
///
/// ## Example
///
/// ```js
/// localStorage.setItem('authToken', token);            // found
/// localStorage.setItem('theme', 'dark');               // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoSensitiveLocalstorage {
    options: Options,
    /// In lower case.
    sensitive: Needles,
}

#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    #[serde(flatten)]
    tests: TestOptions<false>,
    /// Words that a key may not hold.
    sensitive_patterns: Vec<String>,
    /// Looks at `sessionStorage` too.
    check_session_storage: bool,
}

/// The words that a key holds that is sensitive. Longer words that hold one of these are left out.
const SENSITIVE: [&str; 12] = [
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
];

impl Default for Options {
    fn default() -> Self {
        let sensitive_patterns = SENSITIVE.into_iter().chain(["token"]).map(String::from).collect();
        Self { tests: TestOptions::default(), sensitive_patterns, check_session_storage: true }
    }
}

impl Rule for NoSensitiveLocalstorage {
    const META: Meta = Meta {
        id: "browser-security/no-sensitive-localstorage",
        cwe: 922,
        owasp: "A04:2021 Insecure Design",
        cvss: 6.1,
        on: &[AstType::AssignmentExpression, AstType::CallExpression],
        filters: Filters {
            calls: &["setItem"],
            required_words: &[&["localStorage", "sessionStorage"]],
            ..Filters::NONE
        },
        messages: &["sensitiveLocalStorage"],
    };

    type Options = Options;
    type State = ();

    fn new(options: Options) -> Result<Self, String> {
        let sensitive = lower_cased(&options.sensitive_patterns);
        Ok(Self { sensitive: Needles::of(&sensitive), options })
    }

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, ()>) {
        let Some(StorageWrite { storage, key: Some(key), .. }) = StorageWrite::of(node) else { return };
        if storage == "sessionStorage" && !self.options.check_session_storage || self.options.tests.allow(ctx.path()) {
            return;
        }
        if self.sensitive.is_in(&to_lower_case(key)) {
            let what =
                format_args!("{} keeps {} where every script on the page can read it", snippet(node), shorten(key));
            let fix = "Have the server keep it in a cookie with HttpOnly, Secure and SameSite";
            ctx.report(node, "sensitiveLocalStorage", Level::High, what, fix);
        }
    }
}
