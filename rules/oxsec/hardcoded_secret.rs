use documented::Documented;

use super::helpers::report_facts;
use crate::{
    engine::{Context, Filters, Level, Meta, Rule, snippet},
    estree::{AstType, Node},
    flow::{Const, Fact, FactFound, Flow, Logic, Term, TermKind},
};

/// Finds secrets for signing and encryption that are written into the code.
///
/// Whoever can read the code can forge tokens and read what is encrypted. A literal behind `||` that stands in where an
/// environment variable is missing is such a secret too.
///
/// ```js
/// jwt.sign(payload, process.env.JWT_SECRET || 'secret');    // found
/// jwt.sign(payload, process.env.JWT_SECRET);                // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub struct HardcodedSecret;

/// Calls that take a secret, and as which argument.
const SECRETS: &[(&str, usize)] = &[
    ("crypto.createCipheriv", 1),
    ("crypto.createDecipheriv", 1),
    ("crypto.createHmac", 1),
    ("jsonwebtoken.sign", 1),
    ("jsonwebtoken.verify", 1),
];

pub const FACT: Fact = Fact { rule: "hardcoded-secret", on: &[AstType::CallExpression], check };

fn check<'a>(flow: &mut Flow<'a>, call: Node<'a>) -> Option<FactFound> {
    let path = flow.callee(call)?;
    let &(_, index) = SECRETS.iter().find(|(name, _)| *name == path)?;
    let argument = call.argument_at(index)?;
    let value = flow.value(argument);
    let literal = literal_in(flow, value, 0)?;
    let literal = flow.node(flow.place(literal));
    let what = format!("{} is a secret in the code, which {path} is given", snippet(literal));
    Some(
        FactFound::at(literal, "hardcodedSecret", 798)
            .what(what)
            .fix("Read the secret from the environment or a secret store, and fail where it is missing")
            .step(literal, "the secret is written here")
            .step(argument, format!("{path} is given it here"))
            .attack("Whoever reads the code forges whatever this secret signs, and reads what it encrypts"),
    )
}

/// The literal that a secret may be.
fn literal_in(flow: &Flow<'_>, value: Term, depth: usize) -> Option<Term> {
    /// How many terms within one another are looked through.
    const MAX_DEPTH: usize = 8;
    if depth > MAX_DEPTH {
        return None;
    }
    match &*flow.kind(value) {
        TermKind::Const(Const::String(text)) => (!text.is_empty()).then_some(value),
        TermKind::Logic(Logic::Or | Logic::Coalesce, left, right) => {
            literal_in(flow, *left, depth + 1).or_else(|| literal_in(flow, *right, depth + 1))
        }
        TermKind::Union(members) => members.iter().find_map(|&member| literal_in(flow, member, depth + 1)),
        TermKind::Guarded(inner, _) => literal_in(flow, *inner, depth + 1),
        TermKind::Choice(_, yes, no) => literal_in(flow, *yes, depth + 1).or_else(|| literal_in(flow, *no, depth + 1)),
        TermKind::Op(name, arguments) if matches!(&**name, "Buffer.from" | "String") => {
            literal_in(flow, *arguments.first()?, depth + 1)
        }
        _ => None,
    }
}

impl Rule for HardcodedSecret {
    const META: Meta = Meta {
        id: "oxsec/hardcoded-secret",
        cwe: 798,
        owasp: "A07:2021 Identification and Authentication Failures",
        cvss: 9.1,
        on: &[AstType::Program],
        filters: Filters::NONE,
        messages: &["hardcodedSecret"],
    };

    type Options = ();
    type State = ();

    fn new((): ()) -> Result<Self, String> {
        Ok(Self)
    }

    fn check<'a>(&self, _: Node<'a>, ctx: &mut Context<'a, '_, ()>) {
        report_facts(ctx, &FACT, Level::High);
    }
}
