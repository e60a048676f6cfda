use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{names_person, names_secret, report_facts};
use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, snippet},
    estree::{AstType, Node},
    flow::{Fact, FactFound, Flow, Term, TermKind},
};

/// Finds tokens that hold more of a user than whoever carries them may read.
///
/// A signed token is not encrypted: everybody who sees it reads its payload. A whole user record brings the password's hash,
/// addresses and whatever columns are added later.
///
/// ```js
/// jwt.sign(user, secret);                            // found
/// jwt.sign({ ...user }, secret);                     // found
/// jwt.sign({ sub: user.id, role: user.role }, secret); // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub struct TokenPayload;

pub const FACT: Fact = Fact { rule: "token-payload", on: &[AstType::CallExpression], check };

fn check<'a>(flow: &mut Flow<'a>, call: Node<'a>) -> Option<FactFound> {
    if !matches!(&*flow.callee(call)?, "jsonwebtoken.sign" | "jsonwebtoken.signAsync") {
        return None;
    }
    let argument = call.argument_at(0)?;
    let payload = flow.value(argument);
    let what = sensitive(flow, payload, 0)?;
    Some(
        FactFound::at(call, "tokenPayload", 359)
            .what(format!("{} signs {what} into a token that everybody can read", snippet(call)))
            .fix("Sign the id and what the receiver needs, property by property: { sub: user.id, role: user.role }")
            .step(argument, "the payload")
            .attack("Whoever sees the token decodes it and reads the record: the password's hash, addresses, numbers"),
    )
}

/// What a payload holds that it should not, in words.
fn sensitive(flow: &Flow<'_>, payload: Term, depth: usize) -> Option<String> {
    /// How many terms within one another are looked through.
    const MAX_DEPTH: usize = 6;
    if depth > MAX_DEPTH {
        return None;
    }
    match &*flow.kind(payload) {
        TermKind::Source(id) => {
            let name = &flow.source(*id).name;
            names_person(name).then(|| format!("all of {name}"))
        }
        TermKind::Object { properties, spreads, computed } => {
            let removed = |name: &str| properties.iter().any(|(property, _)| &**property == name);
            let spread = spreads.iter().find_map(|&spread| sensitive(flow, spread, depth + 1));
            // A record with its password taken out again.
            let spread = spread.filter(|_| !removed("password") && !removed("passwordHash") && computed.is_empty());
            spread.or_else(|| {
                properties.iter().find_map(|(name, value)| match &*flow.kind(*value) {
                    _ if names_secret(name) && flow.is_tainted(*value) => Some(format!("the property {name}")),
                    TermKind::Source(_) => sensitive(flow, *value, depth + 1),
                    _ => None,
                })
            })
        }
        TermKind::Op(name, arguments) if &**name == "Object.assign" => {
            arguments.iter().find_map(|&argument| sensitive(flow, argument, depth + 1))
        }
        TermKind::Union(members) => members.iter().find_map(|&member| sensitive(flow, member, depth + 1)),
        TermKind::Guarded(value, _) => sensitive(flow, *value, depth + 1),
        _ => None,
    }
}

impl StatelessRule for TokenPayload {
    const META: Meta = Meta {
        id: "oxsec/token-payload",
        cwe: 359,
        owasp: "A02:2021 Cryptographic Failures",
        cvss: 6.5,
        on: &[AstType::Program],
        filters: Filters::NONE,
        messages: &["tokenPayload"],
    };

    fn check<'a>(&self, _: Node<'a>, ctx: &mut Context<'a, '_>) {
        report_facts(ctx, &FACT, Level::Medium);
    }
}
