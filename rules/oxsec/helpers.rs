//! What the rules share: one analysis of a text for all of them, and how its results are reported.

use std::rc::Rc;

use crate::{
    engine::{Context, Level, Proof, Severity, SourceKind},
    estree::Node,
    flow::{self, Const, Fact, Flow, Found, Outcome, SinkKind, Term, TermKind},
};

use super::FACTS;

/// What was found in the text, by all rules together.
pub fn outcome<S>(ctx: &mut Context<'_, '_, S>) -> Rc<Outcome> {
    let settings = ctx.settings();
    ctx.compute_once(|tree, path| flow::analyze(tree, path, &settings, FACTS))
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
        let level = if found.is_note { Level::Low } else { level };
        let finding = ctx.report(node, found.message_id, level, &found.what, &found.fix).found_at(node);
        finding.prove(found.cwe, Severity::Error, proof);
        if found.is_note {
            finding.note();
        }
    }
}

/// The text of a constant.
pub fn constant_text(flow: &Flow<'_>, term: Term) -> Option<Rc<str>> {
    match &*flow.kind(term) {
        TermKind::Const(Const::String(text)) => Some(Rc::clone(text)),
        TermKind::Guarded(value, _) => constant_text(flow, *value),
        _ => None,
    }
}

/// Whether one of these words is in a name, in whatever case.
fn has_word(name: &str, words: &[&str]) -> bool {
    let name = name.to_ascii_lowercase();
    words.iter().any(|word| name.contains(word))
}

/// Whether a name is that of a secret: what logs and tokens must not hold.
pub fn names_secret(name: &str) -> bool {
    const WORDS: &[&str] = &[
        "accesstoken",
        "apikey",
        "api_key",
        "authtoken",
        "creditcard",
        "cvv",
        "passphrase",
        "passwd",
        "password",
        "privatekey",
        "private_key",
        "refreshtoken",
        "secretkey",
        "ssn",
    ];
    const NOT: &[&str] =
        &["length", "field", "input", "label", "policy", "reset", "strength", "valid", "url", "changed"];
    (has_word(name, WORDS) || name.eq_ignore_ascii_case("secret")) && !has_word(name, NOT)
}

/// Whether a name is that of a value that nobody may guess.
pub fn names_secret_value(name: &str) -> bool {
    const WORDS: &[&str] =
        &["apikey", "api_key", "csrf", "nonce", "otp", "passwd", "password", "salt", "secret", "session", "token"];
    has_word(name, WORDS)
}

/// Whether a name is that of a session's cookie.
pub fn names_session(name: &str) -> bool {
    has_word(name, &["auth", "jwt", "sess", "sid", "token"])
}

/// Whether a name is that of a record about a person.
pub fn names_person(name: &str) -> bool {
    /// The words that such records are called by; a part of one (`user.id`) is no record.
    const WORDS: &[&str] =
        &["account", "admin", "customer", "employee", "member", "patient", "person", "profile", "user"];
    let last = name.rsplit('.').next().unwrap_or(name);
    has_word(last, WORDS) && !has_word(last, &["id", "name", "role", "email"])
}

/// The name of the password that an expression is, or holds.
pub fn names_password(data: Node<'_>) -> Option<&str> {
    const WORDS: &[&str] = &["passphrase", "passwd", "password", "pwd"];
    let name = |node: Node<'_>| -> Option<String> {
        let name = node.property_identifier().or_else(|| node.identifier())?;
        has_word(name, WORDS).then(|| name.to_owned())
    };
    /// How many nodes are looked through.
    const MAX_NODES: usize = 40;
    std::iter::once(data).chain(data.descendants()).take(MAX_NODES).find(|&node| name(node).is_some()).map(Node::text)
}
