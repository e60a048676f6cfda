use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    engine::{Context, Filters, Level, Meta, Pattern, StatelessRule, snippet},
    estree::{AstType, Node},
};

/// Finds addresses that hold a user's name and password.
///
/// ## Why
///
/// They end up in histories, logs and error messages, and browsers no longer take them for what a page loads.
///
/// ## What is found
///
/// Found are strings that hold `http://` or `https://` with something, a colon, something and an `@` after it.
///
/// ## Example
///
/// ```js
/// const feed = 'https://reader:s3cret@feeds.example.com/news';      // found
/// const feed = 'https://feeds.example.com/news';                    // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct NoPasswordInUrl;

static PASSWORD: Pattern = Pattern::new(r"https?://[^:]+:[^@]+@").holding(&["@"]);

impl StatelessRule for NoPasswordInUrl {
    const META: Meta = Meta {
        id: "browser-security/no-password-in-url",
        cwe: 522,
        owasp: "A07:2021 Identification and Authentication Failures",
        cvss: 7.5,
        on: &[AstType::StringLiteral],
        filters: Filters { required_words: &[&["http"]], string_bytes: b"@", ..Filters::NONE },
        messages: &["violationDetected"],
    };

    fn check<'a>(&self, literal: Node<'a>, ctx: &mut Context<'a, '_>) {
        if literal.string().is_some_and(|text| PASSWORD.is_match(text)) {
            let what = format_args!("{} holds a password", snippet(literal));
            let fix = "Take name and password out, read them from a secret store and send them in a header";
            ctx.report(literal, "violationDetected", Level::High, what, fix);
        }
    }
}
