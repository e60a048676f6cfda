use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    engine::{Context, Edit, Filters, Level, Meta, StatelessRule, TestOptions, snippet},
    estree::{AstType, Kind, Literal, Node},
};

/// Finds TLS that takes any certificate.
///
/// ## Why
///
/// The traffic is encrypted, but to whoever answers: somebody on the way can pose as the other side, and
/// read and change everything.
///
/// ## What is found
///
/// Each property `rejectUnauthorized: false`, in whatever object, and each assignment of `'0'` or `0` to
/// `process.env.NODE_TLS_REJECT_UNAUTHORIZED` is looked at.
///
/// ## Example
///
/// ```js
/// https.request({ host, rejectUnauthorized: false });          // found
/// process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';              // found
/// https.request({ host, ca: authority });                      // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct NoSelfSignedCerts(TestOptions<false>);

impl StatelessRule for NoSelfSignedCerts {
    const META: Meta = Meta {
        id: "node-security/no-self-signed-certs",
        cwe: 295,
        owasp: "A07:2021 Identification and Authentication Failures",
        cvss: 7.4,
        on: &[
            AstType::AssignmentExpression,
            AstType::AssignmentTargetPropertyIdentifier,
            AstType::AssignmentTargetPropertyProperty,
            AstType::BindingProperty,
            AstType::ObjectProperty,
        ],
        filters: Filters {
            required_words: &[&["rejectUnauthorized", "NODE_TLS_REJECT_UNAUTHORIZED"]],
            ..Filters::NONE
        },
        messages: &["insecureTls", "enableValidation"],
    };

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_>) {
        let found = if node.is(Kind::Property) { accepts_any(node) } else { accepts_any_from_now_on(node) };
        if !found || self.0.allow(ctx.path()) {
            return;
        }
        let what = format_args!("{} lets anybody pose as the other side", snippet(node));
        let fix = "Leave it out; where the certificate is your own, give the authority that signed it as ca";
        let finding = ctx.report(node, "insecureTls", Level::Critical, what, fix);
        if let Some(value) = node.value() {
            finding.suggest("enableValidation", "Check certificates", Edit::replace(value, "true"));
        }
    }
}

/// Returns whether a property is `rejectUnauthorized: false`.
fn accepts_any(property: Node<'_>) -> bool {
    property.key_identifier() == Some("rejectUnauthorized")
        && property.value().and_then(Node::literal) == Some(Literal::Boolean(false))
}

/// Returns whether an assignment is `process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'`.
fn accepts_any_from_now_on(assignment: Node<'_>) -> bool {
    let is_variable = |variable: Node<'_>| {
        variable.property_identifier() == Some("NODE_TLS_REJECT_UNAUTHORIZED")
            && variable.object().is_some_and(|env| {
                env.property_identifier() == Some("env") && env.object().is_some_and(|it| it.is_identifier("process"))
            })
    };
    let is_zero = |value: Node<'_>| value.string() == Some("0") || value.number() == Some(0.0);
    assignment.left().is_some_and(is_variable) && assignment.right().is_some_and(is_zero)
}
