//! Helpers that the rules share: one analysis of a text for all of them, and how its results are reported.

use std::rc::Rc;

use crate::{
    engine::{Context, Level, Proof, Severity, SourceKind, is_test_file},
    estree::{Kind, Node},
    flow::{self, Const, Fact, FactFound, Flow, Found, Frame, Logic, Outcome, SinkKind, Term, TermKind, Weakness},
};

use super::{FACTS, names};

/// Returns the findings in the text for all rules together.
pub(super) fn outcome<S>(ctx: &mut Context<'_, '_, S>) -> Rc<Outcome> {
    let settings = ctx.settings();
    ctx.compute_once(|tree, path| flow::analyze(tree, path, &settings, &FACTS))
}

/// Returns whether every property of options is known, including those that are spread into them from constants.
pub(super) fn is_known_whole(flow: &Flow<'_>, options: Term) -> bool {
    let is_plain = |object: &Term| match &*flow.kind(*object) {
        TermKind::Object { spreads, computed, .. } => spreads.is_empty() && computed.is_empty(),
        _ => false,
    };
    match &*flow.kind(options) {
        TermKind::Object { spreads, computed, .. } => computed.is_empty() && spreads.iter().all(is_plain),
        kind => matches!(kind, TermKind::Const(_)),
    }
}

/// The wording of a finding about a flow.
pub(super) struct Words {
    pub message_id: &'static str,
    pub cwe: u16,
    pub level: Level,
    /// The weakness in words, naming the code's own identifiers; no full stop.
    pub what: String,
    /// The advice on how to repair it.
    pub fix: &'static str,
}

/// Reports the flows into sinks of some kinds.
pub(super) fn report_flows<S>(
    ctx: &mut Context<'_, '_, S>,
    kinds: &[SinkKind],
    words: impl Fn(&Found) -> Option<Words>,
) {
    let outcome = outcome(ctx);
    let mut reported = Vec::new();
    for found in outcome.flows.iter().filter(|found| kinds.contains(&found.kind)) {
        let Some(words) = words(found) else { continue };
        // One finding for each call and message.
        if reported.contains(&(found.node, words.message_id)) {
            continue;
        }
        reported.push((found.node, words.message_id));
        let severity = match found.source {
            SourceKind::Local | SourceKind::Parameter if outcome.has_requests => Severity::Warn,
            _ => Severity::Error,
        };
        let is_note = found.weakness == Weakness::ByDesign || found.kind == SinkKind::MailHtml;
        let level = if is_note { Level::Low } else { words.level };
        let node = ctx.node_of(found.node);
        let finding = ctx.report_as(words.cwe, node, words.message_id, level, words.what, words.fix).found_at(node);
        finding.prove(severity, found.proof.clone());
        if is_note {
            finding.note();
        }
    }
}

/// Reports the facts that a rule's check found.
pub(super) fn report_facts<S>(ctx: &mut Context<'_, '_, S>, fact: &Fact, level: Level) {
    let outcome = outcome(ctx);
    let mut reported = rustc_hash::FxHashSet::default();
    // One finding for each place; a note only if there is nothing worse.
    let of_rule = || outcome.facts.iter().filter(|found| found.rule == fact.rule);
    for found in of_rule().filter(|found| !found.is_note).chain(of_rule().filter(|found| found.is_note)) {
        if !reported.insert(found.node) {
            continue;
        }
        let node = ctx.node_of(found.node);
        let proof = Proof::Fact { steps: found.steps.clone(), attack: found.attack.clone() };
        let level = if found.is_note { Level::Low } else { level };
        let finding = ctx.report_as(found.cwe, node, found.message_id, level, &found.what, &found.fix).found_at(node);
        finding.prove(Severity::Error, proof);
        if found.is_note {
            finding.note();
        }
    }
}

/// Returns a credential that is written in the code; a note if it only stands in for one.
pub(super) fn credential_at(node: Node<'_>, is_placeholder: bool) -> FactFound {
    let found = FactFound::at(node, if is_placeholder { "placeholder" } else { "hardcodedCredential" }, 798);
    if is_placeholder { found.note() } else { found }
}

/// Words without one of which a text uses no library for tokens.
pub(super) const TOKEN_WORDS: &[&str] = &["JWT", "Jwt", "jose", "jsonwebtoken", "jwt"];

/// The methods with which servers set a header of an answer.
pub(super) const HEADER_SETTERS: &[&str] = &["append", "header", "set", "setHeader"];

/// Returns the text of a constant, guarded or not.
pub(super) fn constant_text(flow: &Flow<'_>, term: Term) -> Option<Rc<str>> {
    match &*flow.kind(term) {
        TermKind::Const(Const::String(text)) => Some(Rc::clone(text)),
        TermKind::Guarded(value, _) => constant_text(flow, *value),
        _ => None,
    }
}

/// The maximum number of alternatives of a value that are distinguished.
const MAX_ALTERNATIVES: usize = 32;

/// Returns the values that a term may have: those of conditional expressions, fallbacks and unions are listed one by
/// one.
pub(super) fn alternatives(flow: &Flow<'_>, term: Term) -> Vec<Term> {
    let mut found = Vec::new();
    let mut pending = vec![term];
    let mut seen = 0;
    while let Some(next) = pending.pop() {
        seen += 1;
        if seen > 4 * MAX_ALTERNATIVES || found.len() >= MAX_ALTERNATIVES {
            break;
        }
        match &*flow.kind(next) {
            TermKind::Union(members) => pending.extend(members.iter().rev()),
            &TermKind::Guarded(value, _) => pending.push(value),
            &TermKind::Logic(Logic::And, _, right) => pending.push(right),
            &TermKind::Logic(_, left, right) => pending.extend([right, left]),
            &TermKind::Choice(_, yes, no) => pending.extend([no, yes]),
            _ => found.push(next),
        }
    }
    found
}

/// Returns whether a term is the boolean constant `wanted`.
pub(super) fn is_bool(flow: &Flow<'_>, term: Term, wanted: bool) -> bool {
    matches!(&*flow.kind(term), TermKind::Const(Const::Bool(is)) if *is == wanted)
}

/// Returns the environment that a condition selects: `Some(true)` if it holds for developers only, `Some(false)` if it
/// holds in production only.
fn environment(flow: &Flow<'_>, term: Term, depth: usize) -> Option<bool> {
    /// The maximum nesting of terms that is searched.
    const MAX_DEPTH: usize = 6;
    if depth > MAX_DEPTH {
        return None;
    }
    match &*flow.kind(term) {
        TermKind::Op(name, arguments) if &**name == "!" => {
            environment(flow, *arguments.first()?, depth + 1).map(|is| !is)
        }
        TermKind::Op(name, arguments) if matches!(&**name, "===" | "==" | "!==" | "!=") => {
            let mode = arguments.iter().find_map(|&side| constant_text(flow, side))?;
            names::is_for_development(&mode).map(|is| is != name.starts_with('!'))
        }
        TermKind::Op(_, arguments) => environment(flow, *arguments.first()?, depth + 1),
        TermKind::Logic(_, left, right) => {
            environment(flow, *left, depth + 1).or_else(|| environment(flow, *right, depth + 1))
        }
        TermKind::Guarded(value, _) => environment(flow, *value, depth + 1),
        TermKind::Union(members) => members.iter().find_map(|&member| environment(flow, member, depth + 1)),
        TermKind::Choice(test, ..) => environment(flow, *test, depth + 1),
        TermKind::Api(path) => names::is_for_development(path),
        TermKind::Property(_, name) => names::is_for_development(name),
        TermKind::Source(id) => names::is_for_development(&flow.source(*id).name),
        _ => None,
    }
}

/// Returns whether a node is reached by developers only: a condition before or around it excludes production.
pub(super) fn is_for_development<'a>(flow: &mut Flow<'a>, node: Node<'a>) -> bool {
    let conditions = flow.conditions_at(node, Frame::ROOT);
    conditions.iter().any(|condition| environment(flow, condition.term, 0) == Some(condition.holds))
}

/// Returns the first node within another whose name satisfies a predicate. The names of properties in objects and
/// members do not count by themselves.
pub(super) fn named_within<'a>(node: Node<'a>, is_it: impl Fn(&str) -> bool) -> Option<Node<'a>> {
    /// The maximum number of nodes that are searched.
    const MAX_NODES: usize = 60;
    std::iter::once(node).chain(node.descendants()).take(MAX_NODES).find(|&node| {
        let is_label = node.parent().is_some_and(|parent| {
            parent.is(Kind::MemberExpression) && parent.property() == Some(node) && !parent.computed()
                || parent.is(Kind::Property) && parent.key() == Some(node) && !parent.shorthand()
        });
        let name = node.property_identifier().or_else(|| node.identifier());
        !is_label && name.is_some_and(&is_it)
    })
}

/// Returns whether a file is a test, by its name or folder: its secrets protect nothing.
pub(super) fn is_in_tests(path: &str) -> bool {
    const FOLDERS: &[&str] = &["__fixtures__", "__mocks__", "__tests__", "fixtures", "mocks", "spec", "test", "tests"];
    // The folders around a project say nothing.
    const MAX_FOLDERS: usize = 3;
    let mut folders = path.split(['/', '\\']).rev().skip(1).take(MAX_FOLDERS);
    is_test_file(path) || ends_in_test(path) || folders.any(|folder| FOLDERS.contains(&folder))
}

/// Returns whether a file's name ends in the word for a test: `ordersTest.js`.
fn ends_in_test(path: &str) -> bool {
    let file = path.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = file.split('.').next().unwrap_or_default();
    let tested = ["Test", "Tests", "Spec"].iter().find_map(|word| stem.strip_suffix(word));
    tested.is_some_and(|tested| tested.ends_with(|it: char| it.is_ascii_lowercase() || it.is_ascii_digit()))
}

/// Makes a fact in a test file a remark: no user's data is at stake.
pub(super) fn note_in_tests(flow: &Flow<'_>, found: FactFound) -> FactFound {
    if is_in_tests(flow.path()) { found.note() } else { found }
}

/// Returns the call of `pbkdf2` or `scrypt` whose callback gets the value of an expression as its result.
pub(super) fn derived_by_callback(value: Node<'_>) -> Option<Node<'_>> {
    let root = value.start_of_chain();
    let function = root.variable()?.names().next()?.parent().filter(|parent| parent.is_function())?;
    let call = function.parent().filter(|call| call.is(Kind::CallExpression))?;
    let is_second = function.params().get(1).is_some_and(|parameter| parameter.identifier() == root.identifier());
    is_second.then_some(call)
}

/// Returns the `new SignJWT(payload)` at the beginning of a chain of calls, and the names of the methods called on it.
pub(super) fn signed_by_jose<'a>(flow: &mut Flow<'a>, call: Node<'a>) -> Option<(Node<'a>, Vec<&'a str>)> {
    /// The maximum number of calls of one chain that are followed back.
    const MAX_LINKS: usize = 16;
    if call.callee_method() != Some("sign") {
        return None;
    }
    let links = std::iter::successors(call.callee()?.object(), |link| link.callee()?.object());
    let links: Vec<Node<'a>> = links.take(MAX_LINKS).collect();
    let maker = *links.iter().find(|link| link.is(Kind::NewExpression))?;
    (&*flow.callee(maker)? == "jose.SignJWT").then_some(())?;
    Some((maker, links.iter().filter_map(|link| link.callee_method()).collect()))
}
