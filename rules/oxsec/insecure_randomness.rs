use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{names_secret_value, report_facts};
use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, snippet},
    estree::{AstType, Kind, Node},
    flow::{Fact, FactFound, Flow},
};

/// Finds secrets that are made of `Math.random()`.
///
/// Its numbers follow from a few of their predecessors: whoever sees some tokens computes the next ones.
///
/// ```js
/// const token = Math.random().toString(36);              // found
/// const token = crypto.randomBytes(32).toString('hex');  // fine
/// const delay = Math.random() * 1000;                    // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub struct InsecureRandomness;

pub const FACT: Fact = Fact { rule: "insecure-randomness", on: &[AstType::CallExpression], check };

fn check<'a>(flow: &mut Flow<'a>, call: Node<'a>) -> Option<FactFound> {
    if &*flow.callee(call)? != "Math.random" {
        return None;
    }
    let (name, place) = purpose(call)?;
    Some(
        FactFound::at(place, "insecureRandomness", 338)
            .what(format!("{name} is made of {}, which can be foreseen", snippet(call)))
            .fix("Make it of crypto.randomBytes(32) or crypto.randomUUID()")
            .step(call, "the random number")
            .step(place, format!("becomes {name}"))
            .attack("Whoever sees some of the numbers computes the others"),
    )
}

/// The secret that a number becomes a part of, by the name that it is given, and where.
fn purpose<'a>(call: Node<'a>) -> Option<(String, Node<'a>)> {
    /// How many nodes are gone out through.
    const MAX_LEVELS: usize = 24;
    let mut inner = call;
    for outer in call.ancestors().take(MAX_LEVELS) {
        let name = match outer.kind() {
            Kind::VariableDeclarator => outer.declared().and_then(Node::name),
            Kind::AssignmentExpression if outer.right().is_some_and(|right| inner.is_within(right)) => {
                let left = outer.left()?;
                left.name().or_else(|| left.property_identifier())
            }
            Kind::Property => outer.key_identifier(),
            Kind::FunctionDeclaration => outer.declared().and_then(Node::name),
            _ => None,
        };
        if let Some(name) = name {
            let place = if outer.is(Kind::FunctionDeclaration) { call } else { outer };
            return names_secret_value(name).then(|| (name.to_owned(), place));
        }
        // What stands in another function, or only decides, does not become a part of the value.
        let decides = outer.test().is_some_and(|test| call.is_within(test));
        if decides || outer.is_any(&[Kind::Program, Kind::ClassBody]) {
            return None;
        }
        inner = outer;
    }
    None
}

impl StatelessRule for InsecureRandomness {
    const META: Meta = Meta {
        id: "oxsec/insecure-randomness",
        cwe: 338,
        owasp: "A02:2021 Cryptographic Failures",
        cvss: 7.5,
        on: &[AstType::Program],
        filters: Filters::NONE,
        messages: &["insecureRandomness"],
    };

    fn check<'a>(&self, _: Node<'a>, ctx: &mut Context<'a, '_>) {
        report_facts(ctx, &FACT, Level::High);
    }
}
