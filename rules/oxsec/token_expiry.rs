use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::report_facts;
use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, snippet},
    estree::{AstType, Node},
    flow::{Fact, FactFound, Flow, TermKind},
};

/// Finds tokens that are valid for ever.
///
/// A token that is stolen once then opens the account until the secret is changed for everybody.
///
/// ```js
/// jwt.sign({ sub: id }, secret);                          // found
/// jwt.sign({ sub: id }, secret, { expiresIn: '15m' });    // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub struct TokenExpiry;

pub const FACT: Fact = Fact { rule: "token-expiry", on: &[AstType::CallExpression], check };

fn check<'a>(flow: &mut Flow<'a>, call: Node<'a>) -> Option<FactFound> {
    if &*flow.callee(call)? != "jsonwebtoken.sign" {
        return None;
    }
    let payload = call.argument_at(0)?;
    let payload_term = flow.value(payload);
    let is_known = match &*flow.kind(payload_term) {
        TermKind::Object { properties, computed, .. } => {
            computed.is_empty() && !properties.iter().any(|(name, _)| &**name == "exp")
        }
        _ => false,
    };
    let is_bounded = match call.argument_at(2) {
        None => false,
        Some(options) if options.is_function() => false,
        Some(options) => {
            let options = flow.value(options);
            match &*flow.kind(options) {
                TermKind::Object { properties, spreads, computed } => {
                    !spreads.is_empty()
                        || !computed.is_empty()
                        || properties.iter().any(|(name, _)| &**name == "expiresIn")
                }
                _ => true,
            }
        }
    };
    if !is_known || is_bounded {
        return None;
    }
    Some(
        FactFound::at(call, "tokenExpiry", 613)
            .what(format!("{} makes a token without an end", snippet(call)))
            .fix("Give an end: { expiresIn: '15m' }")
            .step(payload, "the payload has no exp, and no option sets one")
            .attack("A token that leaks once opens the account for ever"),
    )
}

impl StatelessRule for TokenExpiry {
    const META: Meta = Meta {
        id: "oxsec/token-expiry",
        cwe: 613,
        owasp: "A07:2021 Identification and Authentication Failures",
        cvss: 5.4,
        on: &[AstType::Program],
        filters: Filters::NONE,
        messages: &["tokenExpiry"],
    };

    fn check<'a>(&self, _: Node<'a>, ctx: &mut Context<'a, '_>) {
        report_facts(ctx, &FACT, Level::Medium);
    }
}
