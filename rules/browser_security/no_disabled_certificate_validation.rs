use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::is_member;
use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, snippet},
    estree::{AstType, Kind, Literal, Node},
};

/// Finds code that switches off the check of certificates.
///
/// ## Why
///
/// Without it the connection is encrypted, but with anybody: whoever sits on the way reads and changes all of it.
///
/// ## What is found
///
/// Found are properties `rejectUnauthorized`, `strictSSL` and `verify` that are `false`, and
/// `process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'`.
///
/// ## Example
///
/// ```js
/// const agent = new https.Agent({ rejectUnauthorized: false });      // found
/// const agent = new https.Agent({ ca: internalAuthority });          // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct NoDisabledCertificateValidation;

impl StatelessRule for NoDisabledCertificateValidation {
    const META: Meta = Meta {
        id: "browser-security/no-disabled-certificate-validation",
        cwe: 295,
        owasp: "A07:2021 Identification and Authentication Failures",
        cvss: 7.4,
        on: &[AstType::AssignmentExpression, AstType::ObjectProperty],
        filters: Filters {
            required_words: &[&["rejectUnauthorized", "strictSSL", "verify", "NODE_TLS_REJECT_UNAUTHORIZED"]],
            ..Filters::NONE
        },
        messages: &["violationDetected"],
    };

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_>) {
        let switches_off =
            if node.is(Kind::Property) { is_option_off(node) } else { is_environment_off(node).unwrap_or_default() };
        if switches_off {
            let what = format_args!("{} accepts any certificate", snippet(node));
            let fix = "Leave the check on, and name a private authority's certificate with the option ca";
            ctx.report(node, "violationDetected", Level::Critical, what, fix);
        }
    }
}

fn is_option_off(property: Node<'_>) -> bool {
    matches!(property.key_identifier(), Some("rejectUnauthorized" | "strictSSL" | "verify"))
        && property.value().and_then(Node::literal) == Some(Literal::Boolean(false))
}

fn is_environment_off(assignment: Node<'_>) -> Option<bool> {
    let variable = assignment.left()?;
    let is_check = variable.property_identifier() == Some("NODE_TLS_REJECT_UNAUTHORIZED")
        && is_member(variable.object()?, "process", "env");
    Some(is_check && assignment.right()?.string() == Some("0"))
}
