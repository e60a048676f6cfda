use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::report_facts;
use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, snippet},
    estree::{AstType, Kind, Node},
    flow::{Const, Fact, FactFound, Flow, TermKind},
};

/// Finds connections that accept any certificate.
///
/// Whoever sits on the way answers in the server's place, and reads and changes everything.
///
/// ```js
/// new pg.Pool({ ssl: { rejectUnauthorized: false } });         // found
/// process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';              // found
/// new pg.Pool({ ssl: { ca: fs.readFileSync('ca.pem') } });     // fine
/// ```
///
/// What is chosen outside of production alone is not found.
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub struct TlsVerification;

pub const FACT: Fact =
    Fact { rule: "tls-verification", on: &[AstType::AssignmentExpression, AstType::ObjectProperty], check };

/// Options that, set to this, switch the check of certificates off.
const OPTIONS: &[(&str, bool)] = &[
    ("insecureSkipVerify", true),
    ("rejectUnauthorized", false),
    ("strictSSL", false),
    ("strictSsl", false),
    ("verifyHost", false),
];

fn check<'a>(flow: &mut Flow<'a>, node: Node<'a>) -> Option<FactFound> {
    let (name, value) = if node.is(Kind::AssignmentExpression) {
        (node.left()?.property_identifier()?, node.right()?)
    } else {
        (node.key_identifier().or_else(|| node.key()?.string())?, node.value()?)
    };
    let is_off = match name {
        "NODE_TLS_REJECT_UNAUTHORIZED" => value.string() == Some("0") || value.number() == Some(0.0),
        "checkServerIdentity" => value.is_function() && accepts_all(value),
        name => {
            let &(_, off) = OPTIONS.iter().find(|(option, _)| *option == name)?;
            let value = flow.value(value);
            matches!(*flow.kind(value), TermKind::Const(Const::Bool(is)) if is == off)
        }
    };
    if !is_off || is_for_development(node) {
        return None;
    }
    Some(
        FactFound::at(node, "tlsVerification", 295)
            .what(format!("{} accepts any certificate", snippet(node)))
            .fix("Leave the check on; give the certificate of your own authority as ca")
            .step(node, "the check of certificates is off")
            .attack("Whoever sits between the two ends answers in the server's place"),
    )
}

/// Whether a function of a certificate never says that it is wrong.
fn accepts_all(function: Node<'_>) -> bool {
    let Some(body) = function.body() else { return false };
    if !body.is(Kind::BlockStatement) {
        return body.is_identifier("undefined") || body.is(Kind::Literal);
    }
    body.statements().iter().all(|statement| {
        statement.is(Kind::ReturnStatement)
            && statement.argument().is_none_or(|it| it.is_identifier("undefined") || it.is(Kind::Literal))
    })
}

/// Whether a node stands where a condition about the environment leaves production out.
fn is_for_development(node: Node<'_>) -> bool {
    let mut inner = node;
    for outer in node.ancestors() {
        if outer.is_function() {
            return false;
        }
        if let Some(test) = outer.test() {
            let text = test.text();
            let speaks_of = |word: &str| text.contains(word);
            let is_negated = speaks_of("!=");
            let in_consequent = outer.consequent().is_some_and(|branch| inner.is_within(branch));
            let in_alternate = outer.alternate().is_some_and(|branch| inner.is_within(branch));
            if speaks_of("production") && (in_consequent == is_negated) && (in_consequent || in_alternate) {
                return true;
            }
            if (speaks_of("development") || speaks_of("'test'")) && in_consequent && !is_negated {
                return true;
            }
        }
        inner = outer;
    }
    false
}

impl StatelessRule for TlsVerification {
    const META: Meta = Meta {
        id: "oxsec/tls-verification",
        cwe: 295,
        owasp: "A07:2021 Identification and Authentication Failures",
        cvss: 7.4,
        on: &[AstType::Program],
        filters: Filters::NONE,
        messages: &["tlsVerification"],
    };

    fn check<'a>(&self, _: Node<'a>, ctx: &mut Context<'a, '_>) {
        report_facts(ctx, &FACT, Level::High);
    }
}
