use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{constant_text, note_in_tests, report_facts};
use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, shorten},
    estree::{AstType, Literal, Node},
    flow::{Fact, FactFilters, FactFound, Flow, explosion},
};

/// Finds regular expressions that take exponential time for some texts.
///
/// If a repeated part may match the same text in several ways, as in `(a+)+`, a matcher tries all combinations before
/// it fails: each further character doubles the time. A text of forty characters keeps the process busy for hours, and
/// blocks all of its users.
///
/// A finding shows such a text. It was found by running the pattern with a counter of steps.
///
/// ```js
/// /^([a-z]+)+$/.test(name);        // found: 'aaaa…!'
/// /^(\w+\s?)*$/.test(title);       // found
/// /^[a-z]+$/.test(name);           // fine
/// /^\w+(\s\w+)*$/.test(title);     // fine
/// ```
///
/// ## Limits
///
/// Patterns that take quadratic time, such as `/\s+$/`, are not found.
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct ExponentialRegex;

pub(super) const FACT: Fact = Fact {
    rule: "exponential-regex",
    on: &[AstType::CallExpression, AstType::NewExpression, AstType::RegExpLiteral],
    filters: FactFilters { calls: || vec!["RegExp"], ..FactFilters::NONE },
    check,
};

/// The length of the repeated text in the attack, in characters: it takes hours.
const LONG: usize = 40;

fn check<'a>(flow: &mut Flow<'a>, node: Node<'a>) -> Option<FactFound> {
    let (pattern, flags) = match node.literal() {
        Some(Literal::RegExp { pattern, source }) => {
            (pattern.to_string(), source.get(pattern.len() + 2..).unwrap_or_default().to_string())
        }
        _ => {
            node.callee().filter(|callee| callee.is_identifier("RegExp") && callee.variable().is_none())?;
            let mut text = |at| {
                let argument = node.argument_at(at)?;
                let value = flow.value(argument);
                constant_text(flow, value)
            };
            (text(0)?.to_string(), text(1).unwrap_or_default().to_string())
        }
    };
    // One repetition has to be within another, or over a choice.
    if pattern.matches(['*', '+', '{']).count() < 2 && !pattern.contains('|') {
        return None;
    }
    let found = explosion(&pattern, &flags, &mut flow.pattern_steps_left)?;
    let times = LONG.div_ceil(found.repeated.chars().count());
    let text = format!("{:?} + {:?}.repeat({times}) + {:?}", found.before, found.repeated, found.after);
    let text = text.strip_prefix("\"\" + ").unwrap_or(&text).to_string();
    let found = FactFound::at(node, "exponentialRegex", 1333)
        .what(format!("{} takes twice as long for each further {:?}", shorten(node.text()), found.repeated))
        .fix(
            "Let each character match in one way alone: no repetition within a repetition, no choices that overlap; \
              or limit the length first",
        )
        .step(node, "the repeated part matches the same text in several ways")
        .attack(format!("{text} keeps it busy for hours"));
    Some(note_in_tests(flow, found))
}

impl StatelessRule for ExponentialRegex {
    const META: Meta = Meta {
        id: "oxsec/exponential-regex",
        cwe: 1333,
        owasp: "A05:2021 Security Misconfiguration",
        cvss: 7.5,
        on: &[AstType::Program],
        filters: Filters::PROOFS,
        messages: &["exponentialRegex"],
    };

    fn check<'a>(&self, _: Node<'a>, ctx: &mut Context<'a, '_>) {
        report_facts(ctx, &FACT, Level::High);
    }
}
