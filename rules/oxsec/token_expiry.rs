use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::{
    helpers::{TOKEN_WORDS, is_known_whole, report_facts, signed_by_jose},
    names,
};
use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, snippet},
    estree::{AstType, Node},
    flow::{Fact, FactFilters, FactFound, Flow, Term, TermKind},
};

/// Finds tokens that never expire.
///
/// A stolen token then opens the account until the secret is changed for everybody.
///
/// ```js
/// jwt.sign({ sub: id }, secret);                          // found
/// jwt.sign({ sub: id }, secret, { expiresIn: '15m' });    // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct TokenExpiry;

pub(super) const FACT: Fact = Fact {
    rule: "token-expiry",
    on: &[AstType::CallExpression],
    filters: FactFilters {
        calls: || vec!["jsonwebtoken.sign", "jsonwebtoken.signAsync", "jwt-simple.encode"],
        words: || TOKEN_WORDS.to_vec(),
        ..FactFilters::NONE
    },
    check,
};

fn check<'a>(flow: &mut Flow<'a>, call: Node<'a>) -> Option<FactFound> {
    match &*flow.callee(call)? {
        "jsonwebtoken.sign" | "jsonwebtoken.signAsync" => {
            let payload = call.argument_at(0)?;
            let options = call.argument_at(2).filter(|options| !options.is_function());
            let is_endless = has_no_end(flow, payload, call) && !options.is_some_and(|it| sets_end(flow, it, call));
            is_endless.then(|| endless(call, payload, "Give an end: { expiresIn: '15m' }"))
        }
        "jwt-simple.encode" => {
            let payload = call.argument_at(0)?;
            let fix = "Put an end into the payload: { exp: Math.floor(Date.now() / 1000) + 900 }";
            has_no_end(flow, payload, call).then(|| endless(call, payload, fix))
        }
        _ => {
            let (maker, methods) = signed_by_jose(flow, call)?;
            let payload = maker.argument_at(0)?;
            let is_endless = !methods.contains(&"setExpirationTime") && has_no_end(flow, payload, call);
            is_endless.then(|| endless(call, payload, "Give an end: .setExpirationTime('15m')"))
        }
    }
}

fn endless<'a>(call: Node<'a>, payload: Node<'a>, fix: &str) -> FactFound {
    FactFound::at(call, "tokenExpiry", 613)
        .what(format!("{} makes a token without an end", snippet(call)))
        .fix(fix)
        .step(payload, "the payload has no exp, and no option sets one")
        .attack("A token that leaks once opens the account for ever")
}

/// Returns whether a payload certainly has no `exp`: an object without it, or the record of a person.
fn has_no_end<'a>(flow: &mut Flow<'a>, payload: Node<'a>, call: Node<'a>) -> bool {
    let term = flow.value(payload);
    match &*flow.kind(term) {
        TermKind::Object { properties, computed, spreads } => {
            let is_known = |spread: &Term| match &*flow.kind(*spread) {
                TermKind::Object { properties, .. } => !properties.iter().any(|(name, _)| &**name == "exp"),
                TermKind::Source(id) => names::is_person(&flow.source(*id).name),
                _ => false,
            };
            computed.is_empty() && !properties.iter().any(|(name, _)| &**name == "exp") && spreads.iter().all(is_known)
        }
        TermKind::Const(_) => true,
        TermKind::Guarded(..) | TermKind::Union(_) => {
            let exp = flow.property(term, "exp", call);
            exp == Term::UNDEFINED
        }
        TermKind::Source(id) => names::is_person(&flow.source(*id).name),
        _ => false,
    }
}

/// Returns whether options set an expiry, or may set one.
fn sets_end<'a>(flow: &mut Flow<'a>, options: Node<'a>, call: Node<'a>) -> bool {
    let options = flow.value(options);
    let is_const = matches!(&*flow.kind(options), TermKind::Const(_));
    !is_known_whole(flow, options) || !is_const && flow.property(options, "expiresIn", call) != Term::UNDEFINED
}

impl StatelessRule for TokenExpiry {
    const META: Meta = Meta {
        id: "oxsec/token-expiry",
        cwe: 613,
        owasp: "A07:2021 Identification and Authentication Failures",
        cvss: 5.4,
        on: &[AstType::Program],
        filters: Filters::PROOFS,
        messages: &["tokenExpiry"],
    };

    fn check<'a>(&self, _: Node<'a>, ctx: &mut Context<'a, '_>) {
        report_facts(ctx, &FACT, Level::Medium);
    }
}
