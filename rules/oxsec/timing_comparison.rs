use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::report_facts;
use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, snippet},
    estree::{AstType, Node},
    flow::{Fact, FactFound, Flow, Term, TermKind},
};

/// Finds signatures and hashes that are compared letter by letter.
///
/// `===` stops at the first difference. Measured often enough, the time tells how many letters were right, and so the whole
/// value.
///
/// ```js
/// if (hmac.digest('hex') === req.headers['x-signature']) accept();              // found
/// if (crypto.timingSafeEqual(expected, given)) accept();                         // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub struct TimingComparison;

pub const FACT: Fact = Fact { rule: "timing-comparison", on: &[AstType::BinaryExpression], check };

fn check<'a>(flow: &mut Flow<'a>, comparison: Node<'a>) -> Option<FactFound> {
    if !matches!(comparison.operator(), Some("===" | "!==" | "==" | "!=")) {
        return None;
    }
    let (left, right) = (comparison.left()?, comparison.right()?);
    // How long a digest is everybody knows.
    if [left, right].iter().any(|side| side.property_identifier() == Some("length")) {
        return None;
    }
    let sides = [flow.value(left), flow.value(right)];
    let digest = sides.iter().position(|&side| is_digest(flow, side, 0))?;
    let other = sides[1 - digest];
    if matches!(&*flow.kind(other), TermKind::Const(_)) {
        return None;
    }
    let shown = [left, right][digest];
    Some(
        FactFound::at(comparison, "timingComparison", 208)
            .what(format!("{} stops at the first letter of {} that differs", snippet(comparison), snippet(shown)))
            .fix("Compare with crypto.timingSafeEqual(a, b), after their lengths")
            .step(shown, "a digest that must not be guessed")
            .attack("Measured often enough, the time of the comparison tells the digest letter by letter"),
    )
}

/// Whether a value is a MAC or a hash that the text computes.
fn is_digest(flow: &Flow<'_>, value: Term, depth: usize) -> bool {
    if depth > 6 {
        return false;
    }
    match &*flow.kind(value) {
        TermKind::Api(path) => {
            (path.starts_with("crypto.createHmac()") || path.starts_with("crypto.createHash()"))
                && path.contains("digest()")
                || path.starts_with("crypto.pbkdf2Sync()")
                || path.starts_with("crypto.scryptSync()")
        }
        TermKind::Call { callee, .. } => is_digest(flow, *callee, depth + 1),
        TermKind::Property(of, name) => {
            &**name == "digest" && is_mac(flow, *of, depth + 1) || is_digest(flow, *of, depth + 1)
        }
        TermKind::Op(_, arguments) => arguments.first().is_some_and(|&first| is_digest(flow, first, depth + 1)),
        TermKind::Guarded(value, _) => is_digest(flow, *value, depth + 1),
        _ => false,
    }
}

/// Whether a value is a MAC or hash at work: `crypto.createHmac(…).update(…)`.
fn is_mac(flow: &Flow<'_>, value: Term, depth: usize) -> bool {
    if depth > 8 {
        return false;
    }
    match &*flow.kind(value) {
        TermKind::Api(path) => path.starts_with("crypto.createHmac") || path.starts_with("crypto.createHash"),
        TermKind::Call { callee, .. } => is_mac(flow, *callee, depth + 1),
        TermKind::Property(of, _) => is_mac(flow, *of, depth + 1),
        _ => false,
    }
}

impl StatelessRule for TimingComparison {
    const META: Meta = Meta {
        id: "oxsec/timing-comparison",
        cwe: 208,
        owasp: "A02:2021 Cryptographic Failures",
        cvss: 5.9,
        on: &[AstType::Program],
        filters: Filters::NONE,
        messages: &["timingComparison"],
    };

    fn check<'a>(&self, _: Node<'a>, ctx: &mut Context<'a, '_>) {
        report_facts(ctx, &FACT, Level::Medium);
    }
}
