use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::report_facts;
use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, snippet},
    estree::{AstType, Kind, Node},
    flow::{Const, Fact, FactFound, Flow, Term, TermKind},
};

/// Finds one initialisation vector for all messages.
///
/// With the same key and vector equal messages look equal, and with GCM or CTR two of them give away both.
///
/// ```js
/// crypto.createCipheriv('aes-256-gcm', key, Buffer.alloc(12));           // found
/// crypto.createCipheriv('aes-256-gcm', key, crypto.randomBytes(12));     // fine
/// ```
///
/// A random vector that is made once, outside the function that encrypts, is found too.
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub struct StaticIv;

pub const FACT: Fact = Fact { rule: "static-iv", on: &[AstType::CallExpression], check };

fn check<'a>(flow: &mut Flow<'a>, call: Node<'a>) -> Option<FactFound> {
    if &*flow.callee(call)? != "crypto.createCipheriv" {
        return None;
    }
    let argument = call.argument_at(2)?;
    let vector = flow.value(argument);
    let why = fixed(flow, vector, call, 0)?;
    Some(
        FactFound::at(call, "staticIv", 329)
            .what(format!("{} encrypts every message with {why}", snippet(call)))
            .fix("Make crypto.randomBytes(12) for each message and store it beside what is encrypted")
            .step(argument, "the initialisation vector")
            .attack("Equal messages look equal; two messages under one key and vector give away both"),
    )
}

/// In words, why a vector is the same for all messages.
fn fixed<'a>(flow: &mut Flow<'a>, vector: Term, call: Node<'a>, depth: usize) -> Option<String> {
    if depth > 6 {
        return None;
    }
    let place = flow.node(flow.place(vector));
    match &*flow.kind(vector) {
        TermKind::Const(Const::String(text)) if !text.is_empty() => Some(format!("the vector {}", snippet(place))),
        TermKind::Op(name, arguments) if &**name == "Buffer.from" => fixed(flow, *arguments.first()?, call, depth + 1),
        TermKind::Op(name, _) if &**name == "Buffer.alloc" => Some("a vector of zeros".to_owned()),
        TermKind::Api(path) if &**path == "Buffer.alloc()" && place.argument_at(1).is_none() => {
            Some("a vector of zeros".to_owned())
        }
        TermKind::Api(path) if &**path == "crypto.randomBytes()" => {
            let made_in = flow.function_of(place);
            let used_in = flow.function_of(call);
            let once =
                made_in != used_in && !flow.node(used_in).is(Kind::Program) && call.is_within(flow.node(made_in));
            once.then(|| "a vector that is made once".to_owned())
        }
        TermKind::Guarded(value, _) => fixed(flow, *value, call, depth + 1),
        _ => None,
    }
}

impl StatelessRule for StaticIv {
    const META: Meta = Meta {
        id: "oxsec/static-iv",
        cwe: 329,
        owasp: "A02:2021 Cryptographic Failures",
        cvss: 6.5,
        on: &[AstType::Program],
        filters: Filters::NONE,
        messages: &["staticIv"],
    };

    fn check<'a>(&self, _: Node<'a>, ctx: &mut Context<'a, '_>) {
        report_facts(ctx, &FACT, Level::Medium);
    }
}
