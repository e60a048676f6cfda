use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{SIGN_OR_VERIFY, signs, verifies};
use crate::{
    engine::{Context, Filters, Level, Meta, SafetyChecker, StatelessRule, snippet},
    estree::{AstType, Kind, Node},
};

/// Finds secrets for tokens that are written into the code.
///
/// ## Why
///
/// Whoever can read the code, its history or the bundle made from it can issue tokens for any user, and
/// the secret cannot be changed without a release.
///
/// ## What is found
///
/// The second argument of `sign`, `verify` and their kin is looked at: it is found when it is a string
/// literal or a template without insertions.
///
/// ## Example
///
/// ```js
/// jwt.sign(payload, 'b8f1c2a9…');               // found
/// jwt.sign(payload, process.env.JWT_SECRET);    // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct NoHardcodedSecret {
    /// Accepted for ESLint's sake; nothing reads it.
    env_patterns: Vec<String>,
    #[serde(flatten)]
    _trust: SafetyChecker,
}

impl StatelessRule for NoHardcodedSecret {
    const META: Meta = Meta {
        id: "jwt/no-hardcoded-secret",
        cwe: 798,
        owasp: "A07:2021 Identification and Authentication Failures",
        cvss: 9.1,
        on: &[AstType::CallExpression],
        filters: Filters { calls: SIGN_OR_VERIFY, ..Filters::NONE },
        messages: &["hardcodedSecret"],
    };

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_>) {
        if (signs(call) || verifies(call))
            && let Some(secret) = call.argument_at(1)
            && is_written_out(secret)
        {
            let what = format_args!("{} is a token's secret in the code", snippet(secret));
            let fix = "Read the secret from process.env.JWT_SECRET or a secret store, and change this one";
            ctx.report(secret, "hardcodedSecret", Level::High, what, fix);
        }
    }
}

fn is_written_out(secret: Node<'_>) -> bool {
    secret.string().is_some() || secret.is(Kind::TemplateLiteral) && secret.expressions().is_empty()
}
