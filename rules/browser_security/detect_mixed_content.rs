use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, snippet},
    estree::{AstType, Node},
};

/// Finds addresses that are written with `http://`.
///
/// ## Why
///
/// A page that came over HTTPS and loads something over HTTP takes what anybody on the way puts in its place;
/// browsers block most of it.
///
/// ## What is found
///
/// Every string that begins with `http://` is found.
///
/// ## Example
///
/// ```js
/// image.src = 'http://cdn.example.com/logo.png';       // found
/// image.src = 'https://cdn.example.com/logo.png';      // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct DetectMixedContent;

impl StatelessRule for DetectMixedContent {
    const META: Meta = Meta {
        id: "browser-security/detect-mixed-content",
        cwe: 311,
        owasp: "A02:2021 Cryptographic Failures",
        cvss: 5.9,
        on: &[AstType::StringLiteral],
        filters: Filters { required_words: &[&["http"]], string_bytes: b":", ..Filters::NONE },
        messages: &["violationDetected"],
    };

    fn check<'a>(&self, literal: Node<'a>, ctx: &mut Context<'a, '_>) {
        if literal.string().is_some_and(|text| text.starts_with("http://")) {
            let what = format_args!("{} is an address without encryption", snippet(literal));
            let fix = "Write https://, or leave the scheme out: //host/path";
            ctx.report(literal, "violationDetected", Level::Medium, what, fix);
        }
    }
}
