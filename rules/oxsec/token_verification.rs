use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{constant_text, report_facts};
use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, snippet},
    estree::{AstType, Kind, Node},
    flow::{Const, Fact, FactFound, Flow, TermKind},
};

/// Finds tokens that are believed without their signature.
///
/// `decode` reads what anybody may have written. The algorithm `none`, an empty secret and an ignored end make `verify` as
/// weak.
///
/// ```js
/// const user = jwt.decode(token);                                  // found
/// jwt.verify(token, secret, { algorithms: ['HS256', 'none'] });    // found
/// jwt.verify(token, secret, { algorithms: ['HS256'] });            // fine
/// ```
///
/// `decode` is fine in code that verifies too.
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub struct TokenVerification;

pub const FACT: Fact = Fact { rule: "token-verification", on: &[AstType::CallExpression], check };

fn check<'a>(flow: &mut Flow<'a>, call: Node<'a>) -> Option<FactFound> {
    match &*flow.callee(call)? {
        "jsonwebtoken.decode" => decoded_only(call),
        "jsonwebtoken.verify" => verified_badly(flow, call),
        _ => None,
    }
}

fn decoded_only(call: Node<'_>) -> Option<FactFound> {
    let tree = call.tree();
    let verifies = tree
        .nodes_of([Kind::CallExpression])
        .any(|other| other.callee_method() == Some("verify") || other.callee_name() == Some("verify"));
    if verifies {
        return None;
    }
    Some(
        FactFound::at(call, "decodedOnly", 347)
            .what(format!("{} reads a token whose signature nothing checks", snippet(call)))
            .fix("Call jwt.verify(token, secret, { algorithms: ['HS256'] }) and use what it gives")
            .step(call, "the token is decoded, and verified nowhere")
            .attack("Anybody writes a token with any user and role, and is believed"),
    )
}

fn verified_badly<'a>(flow: &mut Flow<'a>, call: Node<'a>) -> Option<FactFound> {
    let secret = call.argument_at(1).map(|secret| flow.value(secret));
    let is_empty = secret.is_some_and(|secret| match &*flow.kind(secret) {
        TermKind::Const(Const::String(text)) => text.is_empty(),
        TermKind::Const(Const::Null | Const::Undefined | Const::Bool(false)) => true,
        _ => false,
    });
    let options_node = call.argument_at(2);
    let options = options_node.map(|options| flow.value(options));
    let algorithms = options.map(|options| flow.property(options, "algorithms", call));
    let accepts_none = algorithms.is_some_and(|algorithms| match &*flow.kind(algorithms) {
        TermKind::Array { items, .. } => {
            items.iter().any(|&item| constant_text(flow, item).is_some_and(|name| name.eq_ignore_ascii_case("none")))
        }
        _ => false,
    });
    if is_empty || accepts_none {
        let place = if accepts_none { options_node.unwrap_or(call) } else { call.argument_at(1).unwrap_or(call) };
        return Some(
            FactFound::at(call, "noneAccepted", 347)
                .what(format!("{} accepts a token without a signature", snippet(call)))
                .fix("Give the secret, and only algorithms that sign: { algorithms: ['HS256'] }")
                .step(place, "this lets unsigned tokens pass")
                .attack("A token with the algorithm none and any content is accepted"),
        );
    }
    let ignores = options.map(|options| flow.property(options, "ignoreExpiration", call))?;
    matches!(&*flow.kind(ignores), TermKind::Const(Const::Bool(true))).then(|| {
        FactFound::at(call, "expiryIgnored", 613)
            .what(format!("{} accepts tokens whose time is over", snippet(call)))
            .fix("Leave ignoreExpiration out, and renew sessions by a refresh token")
            .step(options_node.unwrap_or(call), "the end of a token is ignored")
            .attack("A token that leaked once is good for ever")
    })
}

impl StatelessRule for TokenVerification {
    const META: Meta = Meta {
        id: "oxsec/token-verification",
        cwe: 347,
        owasp: "A02:2021 Cryptographic Failures",
        cvss: 9.1,
        on: &[AstType::Program],
        filters: Filters::NONE,
        messages: &["decodedOnly", "noneAccepted", "expiryIgnored"],
    };

    fn check<'a>(&self, _: Node<'a>, ctx: &mut Context<'a, '_>) {
        report_facts(ctx, &FACT, Level::Critical);
    }
}
