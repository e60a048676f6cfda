use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::StorageWrite;
use crate::{
    engine::{Context, Filters, Level, Meta, Pattern, StatelessRule, TestOptions, snippet},
    estree::{AstType, Node},
};

/// Finds JSON Web Tokens that are kept in `localStorage` or `sessionStorage`.
///
/// ## Why
///
/// Every script on the page can read both. A token that is taken is valid wherever it is used, until it expires.
///
/// ## What is found
///
/// `….setItem(key, value)` and assignments to a property are looked at: keys (or variables that hold them) that end
/// in `token`, begin with `jwt`, end in `_jwt` or are `bearer`, and strings that are such tokens themselves. Keys
/// that end like a number's name (`tokenCount`, `tokenLimit`) are fine.
///
/// ## Example
///
/// ```js
/// sessionStorage.setItem('accessToken', response.token);      // found
/// sessionStorage.setItem('tokenCount', String(used));         // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct NoJwtInStorage(TestOptions<true>);

/// The words that the names of numbers end in.
const NUMBERS: &[&str] = &["count", "index", "length", "limit", "max", "min", "num", "position", "size"];

static TOKEN: Pattern = Pattern::new(r"^eyJ[A-Za-z0-9_-]*\.eyJ[A-Za-z0-9_-]*\.[A-Za-z0-9_-]+$");

impl StatelessRule for NoJwtInStorage {
    const META: Meta = Meta {
        id: "browser-security/no-jwt-in-storage",
        cwe: 922,
        owasp: "A02:2021 Cryptographic Failures",
        cvss: 8.1,
        on: &[AstType::AssignmentExpression, AstType::CallExpression],
        filters: Filters {
            calls: &["setItem"],
            required_words: &[&["localStorage", "sessionStorage"]],
            ..Filters::NONE
        },
        messages: &["jwtInStorage"],
    };

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_>) {
        let Some(StorageWrite { key, value, .. }) = StorageWrite::of(node) else { return };
        if self.0.allow(ctx.path()) {
            return;
        }
        let is_token = |value: Node<'_>| value.string().is_some_and(|text| TOKEN.is_match(text));
        if key.is_some_and(names_token) || value.is_some_and(is_token) {
            let what = format_args!("{} keeps a token where every script on the page can read it", snippet(node));
            let fix = "Have the server set the token as a cookie with HttpOnly, Secure and SameSite";
            ctx.report(node, "jwtInStorage", Level::High, what, fix);
        }
    }
}

fn names_token(key: &str) -> bool {
    let key = key.to_ascii_lowercase();
    let is_token = key.ends_with("token")
        || key.starts_with("jwt")
        || key.ends_with("_jwt")
        || key.ends_with("-jwt")
        || key == "bearer";
    is_token && !NUMBERS.iter().any(|number| key.ends_with(number))
}
