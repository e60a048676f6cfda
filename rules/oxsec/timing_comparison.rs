use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::{
    helpers::{alternatives, derived_by_callback, named_within, report_facts},
    names,
};
use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, snippet},
    estree::{AstType, Kind, Node},
    flow::{Fact, FactFilters, FactFound, Flow, Term, TermKind},
};

/// Finds signatures and hashes that are compared character by character.
///
/// `===` stops at the first difference. Measured often enough, the time reveals how many characters were right, and so
/// the whole value. This applies to MACs, derived keys, hashes of secrets, and secrets of the environment that a
/// request is compared with; checksums and ETags are public.
///
/// ```js
/// if (hmac.digest('hex') === req.headers['x-signature']) accept();              // found
/// if (crypto.timingSafeEqual(expected, given)) accept();                         // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct TimingComparison;

pub(super) const FACT: Fact = Fact {
    rule: "timing-comparison",
    on: &[AstType::BinaryExpression, AstType::CallExpression],
    filters: FactFilters {
        calls: || vec!["compare", "equals", "localeCompare"],
        words: || MAKERS.to_vec(),
        ..FactFilters::NONE
    },
    check,
};

/// Words without one of which a text makes no digest and reads no secret of its environment.
const MAKERS: &[&str] = &["Hmac", "PBKDF2", "createHash", "env", "pbkdf2", "scrypt"];

fn check<'a>(flow: &mut Flow<'a>, comparison: Node<'a>) -> Option<FactFound> {
    let (left, right) = sides(flow, comparison)?;
    // A literal is public to whoever reads the code.
    if left.literal().is_some() || right.literal().is_some() {
        return None;
    }
    if [left, right].iter().any(|side| side.is_identifier("undefined") || side.is(Kind::ThisExpression)) {
        return None;
    }
    // The length of a digest is public.
    if [left, right].iter().any(|side| side.property_identifier() == Some("length")) {
        return None;
    }
    if flow.is_number(left) || flow.is_number(right) {
        return None;
    }
    let terms = [flow.value(left), flow.value(right)];
    if terms.iter().any(|&side| matches!(&*flow.kind(side), TermKind::Const(_))) {
        return None;
    }
    // Without the key nobody chooses the characters of a MAC, so that the place of a difference reveals nothing.
    if terms.iter().all(|&side| is_mac(flow, side, 0)) {
        return None;
    }
    let shown = [(left, right), (right, left)].into_iter().find_map(|(side, other)| {
        let is_secret = is_digest(flow, side, other) || is_own_secret(flow, side, other);
        is_secret.then_some(side)
    })?;
    Some(
        FactFound::at(comparison, "timingComparison", 208)
            .what(format!("{} stops at the first letter of {} that differs", snippet(comparison), snippet(shown)))
            .fix("Compare with crypto.timingSafeEqual(a, b), after their lengths")
            .step(shown, "a value that must not be guessed")
            .attack("Measured often enough, the time of the comparison tells the value letter by letter"),
    )
}

/// Returns the two sides of a comparison: `a === b`, `a.equals(b)`, `Buffer.compare(a, b)`.
fn sides<'a>(flow: &mut Flow<'a>, comparison: Node<'a>) -> Option<(Node<'a>, Node<'a>)> {
    if !comparison.is(Kind::CallExpression) {
        let is_equality = matches!(comparison.operator(), Some("===" | "!==" | "==" | "!="));
        return is_equality.then(|| Some((comparison.left()?, comparison.right()?)))?;
    }
    match comparison.callee_method()? {
        "equals" | "localeCompare" if comparison.arguments().len() == 1 => {
            Some((comparison.callee()?.object()?, comparison.argument_at(0)?))
        }
        "compare" if flow.callee(comparison).is_some_and(|path| &*path == "Buffer.compare") => {
            Some((comparison.argument_at(0)?, comparison.argument_at(1)?))
        }
        _ => None,
    }
}

/// The maximum nesting of terms and expressions that is searched.
const MAX_DEPTH: usize = 8;

/// Returns whether an expression is a MAC, a derived key or a hash of a secret that the text computes.
fn is_digest<'a>(flow: &mut Flow<'a>, side: Node<'a>, other: Node<'a>) -> bool {
    let value = flow.value(side);
    let mut makers = Vec::new();
    add_makers(flow, value, 0, &mut makers);
    makers.extend(derived_by_callback(side));
    makers.into_iter().any(|maker| is_secret_maker(flow, maker, [side, other]))
}

/// Returns whether a value is a MAC that the text computes, whichever of several it is.
fn is_mac(flow: &Flow<'_>, value: Term, depth: usize) -> bool {
    let mut members = alternatives(flow, value);
    members.retain(|&member| member != Term::NONE);
    depth <= MAX_DEPTH
        && !members.is_empty()
        && members.into_iter().all(|value| match &*flow.kind(value) {
            TermKind::Api(path) => path.starts_with("crypto.createHmac"),
            TermKind::Property(of, _) | TermKind::Call { callee: of, .. } => is_mac(flow, *of, depth + 1),
            TermKind::Op(_, parts) => matches!(parts.first(), Some(&of) if is_mac(flow, of, depth + 1)),
            _ => false,
        })
}

/// Collects the calls of functions that made a value.
fn add_makers<'a>(flow: &Flow<'a>, value: Term, depth: usize, makers: &mut Vec<Node<'a>>) {
    /// The maximum number of calls that are examined.
    const MAX_MAKERS: usize = 16;
    if depth > MAX_DEPTH || makers.len() >= MAX_MAKERS {
        return;
    }
    for value in alternatives(flow, value) {
        match &*flow.kind(value) {
            TermKind::Api(_) => makers.push(flow.node(flow.place(value))),
            TermKind::Call { callee, .. } => {
                makers.push(flow.node(flow.place(value)));
                add_makers(flow, *callee, depth + 1, makers);
            }
            TermKind::Property(of, _) => add_makers(flow, *of, depth + 1, makers),
            TermKind::Concat(parts) => parts.iter().for_each(|&part| add_makers(flow, part, depth + 1, makers)),
            TermKind::Op(name, parts) if matches!(&**name, "+" | "String" | "Buffer.from") => {
                parts.iter().for_each(|&part| add_makers(flow, part, depth + 1, makers));
            }
            // A method's result of a digest is still the digest.
            TermKind::Op(_, parts) => parts.first().iter().for_each(|&&of| add_makers(flow, of, depth + 1, makers)),
            _ => {}
        }
    }
}

/// Returns whether a call, or one of those that it is chained to, computes something secret.
fn is_secret_maker<'a>(flow: &mut Flow<'a>, maker: Node<'a>, sides: [Node<'a>; 2]) -> bool {
    let mut link = Some(maker);
    let mut hashes_secret = false;
    for _ in 0..MAX_DEPTH {
        let Some(node) = link else { return false };
        if node.is_any(&[Kind::CallExpression, Kind::NewExpression]) {
            if node.callee_method() == Some("update") {
                hashes_secret |= node.argument_at(0).is_some_and(|data| named_within(data, names::is_secret).is_some());
            }
            match flow.callee(node).as_deref() {
                Some(
                    "crypto.createHmac" | "crypto.pbkdf2" | "crypto.pbkdf2Sync" | "crypto.scrypt" | "crypto.scryptSync",
                ) => {
                    return true;
                }
                Some(path) if path.starts_with("crypto-js.Hmac") || path == "crypto-js.PBKDF2" => return true,
                // A checksum is not a secret; the data or the names decide whether this is one.
                Some("crypto.createHash") => {
                    return hashes_secret || sides.iter().any(|side| named_within(*side, names_mac).is_some());
                }
                _ => {}
            }
        }
        link = node.callee().or_else(|| node.object()).map(|inner| match inner.variable() {
            // The value of the variable.
            Some(_) => {
                let value = flow.value(inner);
                flow.node(flow.place(value))
            }
            None => inner,
        });
    }
    false
}

/// Returns whether a name is that of a MAC, or of a secret's hash.
fn names_mac(name: &str) -> bool {
    const MACS: &[&str] = &["hmac", "mac", "password", "passwordhash", "pwd", "sig", "signature", "token"];
    names::words(name).iter().any(|word| MACS.contains(&&**word))
}

/// Returns whether one side is a secret of the program, and the other comes from a requester.
fn is_own_secret<'a>(flow: &mut Flow<'a>, side: Node<'a>, other: Node<'a>) -> bool {
    let own = flow.value(side);
    let is_own = alternatives(flow, own).into_iter().any(|own| match &*flow.kind(own) {
        TermKind::Api(path) => path.strip_prefix("process.env.").is_some_and(is_key),
        _ => false,
    });
    let given = flow.value(other);
    is_own && flow.is_tainted(given)
}

/// Returns whether an environment variable of this name is a secret.
fn is_key(name: &str) -> bool {
    names::is_secret(name) || names::is_unguessable(name)
}

impl StatelessRule for TimingComparison {
    const META: Meta = Meta {
        id: "oxsec/timing-comparison",
        cwe: 208,
        owasp: "A02:2021 Cryptographic Failures",
        cvss: 5.9,
        on: &[AstType::Program],
        filters: Filters::PROOFS,
        messages: &["timingComparison"],
    };

    fn check<'a>(&self, _: Node<'a>, ctx: &mut Context<'a, '_>) {
        report_facts(ctx, &FACT, Level::Medium);
    }
}
