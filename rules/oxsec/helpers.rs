//! What the rules share: one analysis of a text for all of them, and how its results are reported.

use std::rc::Rc;

use crate::{
    engine::{Context, Level, Proof, Severity, SourceKind},
    flow::{self, Fact, Found, Outcome, SinkKind},
};

use super::FACTS;

/// What was found in the text, by all rules together.
pub fn outcome<S>(ctx: &mut Context<'_, '_, S>) -> Rc<Outcome> {
    ctx.compute_once(|tree, path| flow::analyze(tree, path, FACTS))
}

/// How a rule words a flow.
pub struct Words {
    pub message_id: &'static str,
    pub cwe: u16,
    pub level: Level,
    /// What is wrong, naming the code's own identifiers; no full stop.
    pub what: String,
    /// What to do about it.
    pub fix: &'static str,
}

/// Reports the flows into sinks of some kinds.
pub fn report_flows<S>(ctx: &mut Context<'_, '_, S>, kinds: &[SinkKind], words: impl Fn(&Found) -> Option<Words>) {
    let outcome = outcome(ctx);
    let mut reported = Vec::new();
    for found in outcome.flows.iter().filter(|found| kinds.contains(&found.kind)) {
        let Some(words) = words(found) else { continue };
        // One finding at one call for one reason.
        if reported.contains(&(found.node, words.message_id)) {
            continue;
        }
        reported.push((found.node, words.message_id));
        let severity = match found.source {
            SourceKind::Local => Severity::Warn,
            _ => Severity::Error,
        };
        let node = ctx.node_of(found.node);
        ctx.report(node, words.message_id, words.level, words.what, words.fix).found_at(node).prove(
            words.cwe,
            severity,
            found.proof.clone(),
        );
    }
}

/// Reports the facts that a rule's check found.
pub fn report_facts<S>(ctx: &mut Context<'_, '_, S>, fact: &Fact, level: Level) {
    let outcome = outcome(ctx);
    for found in outcome.facts.iter().filter(|found| found.rule == fact.rule) {
        let node = ctx.node_of(found.node);
        let proof = Proof::Fact { steps: found.steps.clone(), attack: found.attack.clone() };
        ctx.report(node, found.message_id, level, &found.what, &found.fix).found_at(node).prove(
            found.cwe,
            Severity::Error,
            proof,
        );
    }
}
