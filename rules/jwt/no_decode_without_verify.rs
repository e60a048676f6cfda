use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::decodes;
use crate::{
    engine::{Context, Filters, Level, Meta, Rule, SafetyChecker, SafetyMemo, snippet},
    estree::{AstType, Node},
};

/// Finds tokens that are read without being verified.
///
/// ## Why
///
/// Decoding turns Base64 into text and checks nothing: whoever sends the token has written what it says.
/// Code that acts on it lets clients choose who they are.
///
/// ## What is found
///
/// Calls of `decode`, `decodeJWT`, `jwtDecode` and `jwt_decode` are found, on whatever object. One is fine
/// with a comment directly before it, before what is around it or before its function, that holds `@safe`,
/// `@validated`, `@verified`, `@trusted` or the like.
///
/// ## Example
///
/// ```js
/// const { sub } = jwt.decode(token);                                    // found
/// const { sub } = jwt.verify(token, key, { algorithms: ['RS256'] });    // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoDecodeWithoutVerify {
    safety: SafetyChecker,
}

#[derive(Default, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[expect(dead_code, reason = "ESLint takes some that the rule does not read: only their shape is checked")]
pub(super) struct Options {
    /// Accepted for ESLint's sake; nothing reads it.
    #[serde(default)]
    allow_header_inspection: bool,
    /// Accepted for ESLint's sake; nothing reads it.
    #[serde(default)]
    trusted_sanitizers: Vec<String>,
    /// Further words that vouch for a call in a comment. The default holds in an object of options alone: without
    /// options there are none.
    // ESLint puts a schema's defaults into an object that is given, and into nothing else.
    #[serde(default = "header_annotations")]
    trusted_annotations: Vec<String>,
    /// Accepted for ESLint's sake; nothing reads it.
    #[serde(default)]
    strict_mode: bool,
}

fn header_annotations() -> Vec<String> {
    ["@decoded-header-only", "@verified-separately"].map(String::from).into()
}

impl Rule for NoDecodeWithoutVerify {
    const META: Meta = Meta {
        id: "jwt/no-decode-without-verify",
        cwe: 345,
        owasp: "A08:2021 Software and Data Integrity Failures",
        cvss: 7.5,
        on: &[AstType::CallExpression],
        filters: Filters { calls: &["decode", "decodeJWT", "jwtDecode", "jwt_decode"], ..Filters::NONE },
        messages: &["decodeWithoutVerify", "jwtDecodeLibrary"],
    };

    type Options = Options;
    type State = SafetyMemo;

    fn new(options: Options) -> Result<Self, String> {
        Ok(Self { safety: SafetyChecker { annotations: options.trusted_annotations, ..SafetyChecker::default() } })
    }

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_, SafetyMemo>) {
        let message_id = if decodes(call) {
            "decodeWithoutVerify"
        } else if call.callee_name() == Some("jwt_decode") {
            "jwtDecodeLibrary"
        } else {
            return;
        };
        if !self.safety.has_annotation(call, ctx.state) {
            let what = format_args!("{} reads a token that anyone may have written", snippet(call));
            let fix = "Verify it: jwt.verify(token, key, { algorithms: ['RS256'] }) returns the payload too";
            ctx.report(call, message_id, Level::High, what, fix);
        }
    }
}
