use documented::Documented;
use oxc_syntax::node::NodeId;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{TOKEN_WORDS, alternatives, constant_text, is_bool, report_facts};
use crate::{
    engine::{Context, Filters, Level, Meta, SourceKind, StatelessRule, snippet},
    estree::{AstType, Node},
    flow::{Const, Fact, FactFilters, FactFound, Flow, Term, TermKind},
};

/// Finds tokens that are trusted without a check of their signature.
///
/// `decode` reads a token that anybody may have written. The algorithm `none`, an empty secret and an ignored expiry
/// make `verify` as weak.
///
/// ```js
/// const user = jwt.decode(token);                                  // found
/// jwt.verify(token, secret, { algorithms: ['HS256', 'none'] });    // found
/// jwt.verify(token, secret, { algorithms: ['HS256'] });            // fine
/// ```
///
/// `decode` is not reported in code that also verifies.
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct TokenVerification;

pub(super) const FACT: Fact = Fact {
    rule: "token-verification",
    on: &[AstType::CallExpression, AstType::NewExpression],
    filters: FactFilters { calls: || CHECKED.to_vec(), words: || TOKEN_WORDS.to_vec(), ..FactFilters::NONE },
    check,
};

/// Functions that read, verify or sign tokens.
const CHECKED: &[&str] = &[
    "express-jwt",
    "express-jwt.expressjwt",
    "jose.JWT.sign",
    "jose.JWT.verify",
    "jose.UnsecuredJWT.decode",
    "jose.decodeJwt",
    "jsonwebtoken.decode",
    "jsonwebtoken.sign",
    "jsonwebtoken.verify",
    "jwt-decode",
    "jwt-decode.default",
    "jwt-decode.jwtDecode",
    "jwt-simple.decode",
    "passport-jwt.Strategy",
];

fn check<'a>(flow: &mut Flow<'a>, call: Node<'a>) -> Option<FactFound> {
    match &*flow.callee(call)? {
        "jsonwebtoken.decode" if !flow.calls_named("verify") => Some(decoded_only(call, call)),
        // Outside of a server these show users their own data.
        "jwt-decode"
        | "jwt-decode.jwtDecode"
        | "jwt-decode.default"
        | "jose.decodeJwt"
        | "jose.UnsecuredJWT.decode" => {
            let token = call.argument_at(0)?;
            let value = flow.value(token);
            let is_given = is_of_request(flow, value) && !flow.calls_named("verify") && !flow.calls_named("jwtVerify");
            is_given.then(|| decoded_only(call, token))
        }
        "jwt-simple.decode" => {
            let unchecked = call.argument_at(2)?;
            let value = flow.value(unchecked);
            is_bool(flow, value, true).then(|| decoded_only(call, unchecked))
        }
        "jsonwebtoken.verify" => verified_badly(flow, call),
        "jose.JWT.verify" => {
            let key = call.argument_at(1)?;
            let value = flow.value(key);
            (&*flow.path_of(value)? == "jose.JWK.None").then(|| none_accepted(call, key))
        }
        "jsonwebtoken.sign" => signed_by_none(flow, call, 2, "algorithm"),
        "jose.JWT.sign" => {
            let key = call.argument_at(1)?;
            let value = flow.value(key);
            (&*flow.path_of(value)? == "jose.JWK.None").then(|| none_signed(call, key))
        }
        "passport-jwt.Strategy" | "express-jwt" | "express-jwt.expressjwt" => configured_badly(flow, call),
        _ => None,
    }
}

fn decoded_only<'a>(call: Node<'a>, place: Node<'a>) -> FactFound {
    FactFound::at(call, "decodedOnly", 347)
        .what(format!("{} reads a token whose signature nothing checks", snippet(call)))
        .fix("Call jwt.verify(token, secret, { algorithms: ['HS256'] }) and use what it gives")
        .step(place, "the token is decoded, and verified nowhere")
        .attack("Anybody writes a token with any user and role, and is believed")
}

fn none_accepted<'a>(call: Node<'a>, place: Node<'a>) -> FactFound {
    FactFound::at(call, "noneAccepted", 347)
        .what(format!("{} accepts a token without a signature", snippet(call)))
        .fix("Give the secret, and only algorithms that sign: { algorithms: ['HS256'] }")
        .step(place, "this lets unsigned tokens pass")
        .attack("A token with the algorithm none and any content is accepted")
}

fn none_signed<'a>(call: Node<'a>, place: Node<'a>) -> FactFound {
    FactFound::at(call, "noneSigned", 327)
        .what(format!("{} makes a token without a signature", snippet(call)))
        .fix("Sign with HS256 and a secret of 32 random bytes, or with RS256")
        .step(place, "nothing signs the token")
        .attack("Anybody writes such a token, with any user and role")
}

fn expiry_ignored<'a>(call: Node<'a>, place: Node<'a>) -> FactFound {
    FactFound::at(call, "expiryIgnored", 613)
        .what(format!("{} accepts tokens whose time is over", snippet(call)))
        .fix("Leave ignoreExpiration out, and renew sessions by a refresh token")
        .step(place, "the end of a token is ignored")
        .attack("A token that leaked once is good for ever")
}

/// Returns whether a value contains data of a request.
fn is_of_request(flow: &Flow<'_>, value: Term) -> bool {
    /// The maximum number of terms that are searched.
    const MAX_TERMS: usize = 64;
    let mut pending = vec![value];
    let mut seen = 0;
    while let Some(next) = pending.pop().filter(|_| seen < MAX_TERMS) {
        seen += 1;
        match &*flow.kind(next) {
            TermKind::Source(id) if flow.source(*id).kind == SourceKind::Remote => return true,
            kind => pending.extend(kind.parts()),
        }
    }
    false
}

fn is_none(flow: &Flow<'_>, name: Term) -> bool {
    alternatives(flow, name)
        .into_iter()
        .any(|name| constant_text(flow, name).is_some_and(|name| name.eq_ignore_ascii_case("none")))
}

fn signed_by_none<'a>(flow: &mut Flow<'a>, call: Node<'a>, place: usize, option: &str) -> Option<FactFound> {
    let node = call.argument_at(place)?;
    let options = flow.value(node);
    let algorithm = flow.property(options, option, call);
    is_none(flow, algorithm).then(|| none_signed(call, node))
}

/// Finds middleware that accepts any algorithm, or expired tokens.
fn configured_badly<'a>(flow: &mut Flow<'a>, call: Node<'a>) -> Option<FactFound> {
    let node = call.argument_at(0)?;
    let options = flow.value(node);
    if let Some(place) = accepts_none(flow, options, call) {
        let place = flow.node(place);
        return Some(none_accepted(call, place));
    }
    let ignores = flow.property(options, "ignoreExpiration", call);
    is_bool(flow, ignores, true).then(|| expiry_ignored(call, node))
}

/// Returns the place where options list the algorithm `none`.
fn accepts_none<'a>(flow: &mut Flow<'a>, options: Term, call: Node<'a>) -> Option<NodeId> {
    let algorithms = flow.property(options, "algorithms", call);
    match &*flow.kind(algorithms) {
        TermKind::Array { items, .. } => items.iter().any(|&item| is_none(flow, item)).then(|| flow.place(algorithms)),
        _ => None,
    }
}

fn verified_badly<'a>(flow: &mut Flow<'a>, call: Node<'a>) -> Option<FactFound> {
    let secret = call.argument_at(1);
    let empty = secret.map(|secret| flow.value(secret)).filter(|&secret| match &*flow.kind(secret) {
        TermKind::Const(Const::String(text)) => text.is_empty(),
        TermKind::Const(Const::Null | Const::Undefined | Const::Bool(false)) => true,
        _ => false,
    });
    let node = call.argument_at(2).filter(|options| !options.is_function());
    let options = node.map(|options| flow.value(options));
    let none = options.and_then(|options| accepts_none(flow, options, call)).map(|place| flow.node(place));
    if let Some(place) = none.or(secret.filter(|_| empty.is_some())) {
        return Some(none_accepted(call, place));
    }
    if let Some(place) = options.and_then(|options| algorithm_of_token(flow, options, call)) {
        return Some(
            FactFound::at(call, "algorithmOfToken", 347)
                .what(format!("{} verifies by whatever algorithm the token names", snippet(call)))
                .fix("Name the algorithm that your own tokens are signed by: { algorithms: ['RS256'] }")
                .step(place, "the token decides how it is checked")
                .attack("A token signed by HS256, with the public key as its secret, is accepted"),
        );
    }
    let ignores = flow.property(options?, "ignoreExpiration", call);
    is_bool(flow, ignores, true).then(|| expiry_ignored(call, node.unwrap_or(call)))
}

/// Returns the place where options take the algorithm from the token that they are to check.
fn algorithm_of_token<'a>(flow: &mut Flow<'a>, options: Term, call: Node<'a>) -> Option<Node<'a>> {
    let algorithms = flow.property(options, "algorithms", call);
    let TermKind::Array { items, .. } = &*flow.kind(algorithms) else { return None };
    let item = *items.iter().find(|&&item| {
        let from_token = flow.path_of(item).is_some_and(|path| path.contains(".decode()"));
        from_token || is_decoded(flow, item, 0)
    })?;
    Some(flow.node(flow.place(item)))
}

/// Returns whether a value is a part of a token that was decoded: `decode(token).header.alg`.
fn is_decoded(flow: &Flow<'_>, value: Term, depth: usize) -> bool {
    match &*flow.kind(value) {
        _ if depth > 6 => false,
        TermKind::Property(of, _) | TermKind::Guarded(of, _) => is_decoded(flow, *of, depth + 1),
        TermKind::Call { callee, .. } => {
            flow.path_of(*callee).is_some_and(|path| path.starts_with("jsonwebtoken.decode"))
        }
        _ => false,
    }
}

impl StatelessRule for TokenVerification {
    const META: Meta = Meta {
        id: "oxsec/token-verification",
        cwe: 347,
        owasp: "A02:2021 Cryptographic Failures",
        cvss: 9.1,
        on: &[AstType::Program],
        filters: Filters::PROOFS,
        messages: &["decodedOnly", "noneAccepted", "noneSigned", "algorithmOfToken", "expiryIgnored"],
    };

    fn check<'a>(&self, _: Node<'a>, ctx: &mut Context<'a, '_>) {
        report_facts(ctx, &FACT, Level::Critical);
    }
}
