use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, snippet},
    estree::{AstType, Node},
};

/// Finds requests that are sent without encryption.
///
/// ## Why
///
/// Everybody on the way can read the request with its credentials and answer in the server's place.
///
/// ## What is found
///
/// Found are `fetch(…)` and `axios.get(…)`, `.post`, `.put`, `.delete`, `.patch`, `.head` and `.options` with a string
/// that begins with `http://`.
///
/// ## Example
///
/// ```js
/// const answer = await fetch('http://api.example.com/orders');       // found
/// const answer = await fetch('https://api.example.com/orders');      // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct RequireHttpsOnly;

impl StatelessRule for RequireHttpsOnly {
    const META: Meta = Meta {
        id: "browser-security/require-https-only",
        cwe: 319,
        owasp: "A02:2021 Cryptographic Failures",
        cvss: 7.4,
        on: &[AstType::CallExpression],
        filters: Filters {
            calls: &["delete", "fetch", "get", "head", "options", "patch", "post", "put"],
            required_words: &[&["http"]],
            ..Filters::NONE
        },
        messages: &["violationDetected"],
    };

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_>) {
        let methods = ["delete", "get", "head", "options", "patch", "post", "put"];
        let is_request = call.callee_name() == Some("fetch")
            || call.callee_method_of("axios").is_some_and(|method| methods.contains(&method));
        let address = call.argument_at(0).and_then(Node::string);
        if is_request && address.is_some_and(|address| address.starts_with("http://")) {
            let what = format_args!("{} is sent without encryption", snippet(call));
            ctx.report(call, "violationDetected", Level::High, what, "Write https:// in place of http://");
        }
    }
}
