//! Looks for an input that passes all guards on the way to a sink and does damage there.
//!
//! Each payload of the sink's context is put in the place of a source; the interpreter evaluates the sink's operand and
//! every condition on the way with it; the context's reader judges what arrives. What survives is the proof.

mod backtracking;
mod interpreter;
mod methods;
mod paths;
mod patterns;
mod payloads;
mod regexp;
mod strings;
mod urls;
mod value;

pub use backtracking::explosion;
use interpreter::Run;
pub(super) use payloads::Payload;
pub(super) use regexp::RegExp;
pub(super) use urls::{Address, parse as parse_address};
pub(super) use value::Val;

use super::{
    Condition, Flow, SinkKind, SourceId, Term, TermKind,
    contexts::{self, Verdict},
    term::Only,
};
use crate::{engine::SourceKind, estree::Node};
use std::rc::Rc;

/// Methods of query builders that take a clause, not a statement.
const CLAUSES: &[&str] = &[
    "andHaving",
    "andWhere",
    "groupByRaw",
    "having",
    "havingRaw",
    "joinRaw",
    "literal",
    "orHaving",
    "orHavingRaw",
    "orWhere",
    "orWhereRaw",
    "orderByRaw",
    "where",
    "whereRaw",
];

/// The maximum number of sources of one sink that are tried.
const MAX_SOURCES: usize = 6;

/// The maximum number of ways through the unions in a term that are tried.
const MAX_VARIANTS: usize = 8;

/// The maximum number of operations that the search for one sink evaluates.
const MAX_OPERATIONS: usize = 60_000;

/// The maximum number of operations that all searches in one text evaluate: a base, and more for each byte of it.
pub const SEARCH_BASE: usize = 1_000_000;
pub const SEARCH_PER_BYTE: usize = 20;

/// Which of a rule's weaknesses a flow is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Weakness {
    /// The one of the sink's kind.
    Ordinary,
    /// The name of a column or table.
    Identifier,
    /// Options of a program.
    Argument,
    /// A folder whose name begins with the root's.
    SiblingFolder,
    /// The function is made for it: a parameter names the whole path. It is reported as a remark, not as a weakness.
    ByDesign,
}

/// A sink with what must be known of it besides its operand.
pub struct Sink {
    pub kind: SinkKind,
    pub operand: Term,
    /// The name of the program that is run, where it is certain.
    pub program: Option<String>,
    /// The object that is written, where a name leads to a prototype.
    pub written: Option<Term>,
    /// True if what is made of it is a part of a page, not an answer.
    pub is_page: bool,
    /// True if it takes a function as well, which it calls, and runs text alone as code: `setTimeout`.
    pub takes_callback: bool,
    /// True if it is the body of an answer, in which lists go as JSON: `res.send`.
    pub is_body: bool,
    /// The further conditions on the data's way that must hold.
    pub conditions: Vec<Condition>,
}

/// The input that was found, and what it does.
pub struct Proved {
    pub source: SourceId,
    pub witness: String,
    pub context: String,
    pub weakness: Weakness,
}

impl Sink {
    pub fn new(kind: SinkKind, operand: Term) -> Self {
        Self {
            kind,
            operand,
            program: None,
            written: None,
            is_page: false,
            takes_callback: false,
            is_body: false,
            conditions: Vec::new(),
        }
    }

    /// Returns whether data of others counts here.
    fn counts(&self, only: Only) -> bool {
        matches!(self.kind, SinkKind::Html | SinkKind::Selector) && (only == Only::Html || self.is_page)
    }

    /// Returns the sinks that a call is, as its other arguments make it.
    pub fn of<'a>(flow: &mut Flow<'a>, kind: SinkKind, operand: Term, arguments: &[Term], at: Node<'a>) -> Vec<Self> {
        match kind {
            SinkKind::Program => Self::of_program(flow, operand, arguments, at),
            SinkKind::Sql => {
                let mut operand = operand;
                // `query({ text, values })`
                if let TermKind::Object { .. } = &*flow.kind(operand) {
                    let text = flow.property(operand, "text", at);
                    operand = if text == Term::UNDEFINED { flow.property(operand, "sql", at) } else { text };
                }
                if at.callee_method().is_some_and(|method| CLAUSES.contains(&method)) {
                    let before = flow.string(contexts::BEFORE_CLAUSE, at);
                    let statement = flow.make(TermKind::Concat(vec![before, operand]), at);
                    return vec![Self::new(SinkKind::Sql, statement)];
                }
                let sink = |kind| Self::new(kind, operand);
                vec![sink(SinkKind::Sql), sink(SinkKind::Columns)]
            }
            // A document database runs the text of `$where` as JavaScript.
            SinkKind::NoSql => {
                let sink = Self::new;
                let mut sinks = vec![sink(SinkKind::NoSql, operand)];
                if let TermKind::Object { properties, .. } = &*flow.kind(operand) {
                    let code = properties.iter().filter(|(name, _)| &**name == "$where");
                    sinks.extend(code.map(|&(_, code)| sink(SinkKind::Code, code)));
                }
                sinks
            }
            _ => vec![Self::new(kind, operand)],
        }
    }

    fn of_program<'a>(flow: &mut Flow<'a>, operand: Term, arguments: &[Term], at: Node<'a>) -> Vec<Self> {
        let list = arguments.get(1).copied().unwrap_or(Term::UNDEFINED);
        let options = arguments.iter().skip(1).rev().find(|&&it| matches!(&*flow.kind(it), TermKind::Object { .. }));
        let shell = options.map(|&options| flow.property(options, "shell", at));
        if shell.is_some_and(|shell| contexts::is_truthy_constant(flow, shell)) {
            let items = match &*flow.kind(list) {
                TermKind::Array { items, rest } => items.iter().chain(rest).copied().collect(),
                TermKind::Object { .. } => Vec::new(),
                _ => vec![list],
            };
            let mut parts = vec![operand];
            for item in items {
                parts.push(flow.string(" ", at));
                parts.push(item);
            }
            let operand = flow.make(TermKind::Concat(parts), at);
            return vec![Self::new(SinkKind::Shell, operand)];
        }
        let name = constant_text(flow, operand);
        let name = name.map(|it| it.rsplit(['/', '\\']).next().unwrap_or(&it).to_ascii_lowercase());
        if let Some(script) = contexts::script_of_shell(flow, name.as_deref().unwrap_or_default(), list) {
            return vec![Self::new(SinkKind::Shell, script)];
        }
        if let Some(script) = contexts::script_of_interpreter(flow, name.as_deref().unwrap_or_default(), list) {
            return vec![Self::new(SinkKind::Code, script)];
        }
        let program = Self::new(SinkKind::Program, operand);
        vec![program, Self { program: name, ..Self::new(SinkKind::Arguments, list) }]
    }

    /// Returns what the sink does with its operand.
    pub fn does(&self) -> &'static str {
        match self.kind {
            SinkKind::Shell => "runs it in a shell",
            SinkKind::Program => "runs it as a program",
            SinkKind::Arguments => "gives it to a program as arguments",
            SinkKind::Path => "opens the file of that name",
            SinkKind::Look => "looks for the file of that name",
            SinkKind::Folder => "opens the folder of that name",
            SinkKind::Sql => "gives it to the database as SQL",
            SinkKind::Columns => "writes the columns that it names",
            SinkKind::Fields => "writes the fields that it names",
            SinkKind::NoSql => "gives it to the database as a query",
            SinkKind::Code => "runs it as JavaScript",
            SinkKind::Module => "loads the module of that name",
            SinkKind::Template => "compiles it as a template",
            SinkKind::Html => "puts it into HTML",
            SinkKind::MailHtml => "sends it as HTML in a mail",
            SinkKind::Selector => "makes elements of it",
            SinkKind::Request => "sends a request to it",
            SinkKind::Redirect => "sends the browser to it",
            SinkKind::Link => "makes it the address of a link or of the page",
            SinkKind::Resource => "trusts it as an address",
            SinkKind::Script => "runs it as a script of the page",
            SinkKind::RegExp => "compiles it to a regular expression",
            SinkKind::Log => "writes it into a log",
            SinkKind::Header => "writes it into a header",
            SinkKind::Origin => "lets pages of that origin read answers",
            SinkKind::Deserialize => "makes objects of any class from it",
            SinkKind::Xml => "parses it as XML with external entities",
            SinkKind::Size => "takes as much as it says",
            SinkKind::Inflate => "unpacks it to whatever size it has",
            SinkKind::Method => "calls the method of that name",
            SinkKind::GlobalMethod => "calls the global function of that name",
            SinkKind::Locals => "takes the engine's settings from it",
            SinkKind::Format => "takes it for a format",
            SinkKind::Filter => "runs it as a query",
            SinkKind::Page => "renders it within the server's network",
            SinkKind::PrototypeKey => "writes a property of what a property of that name is",
        }
    }
}

fn constant_text(flow: &Flow<'_>, term: Term) -> Option<String> {
    match &*flow.kind(term) {
        TermKind::Const(super::Const::String(text)) => Some(text.to_string()),
        _ => None,
    }
}

/// Looks for an input with which the sink's operand does damage while all conditions hold.
pub fn search(flow: &Flow<'_>, sink: &Sink, conditions: &[Condition]) -> Option<Proved> {
    let begin = flow.search_left.get();
    let mut operations = MAX_OPERATIONS.min(begin);
    let before = operations;
    let proved = search_within(flow, sink, conditions, &mut operations);
    flow.search_left.set(begin - (before - operations));
    proved
}

/// Searches as [`search`] does, with at most `operations`, from which it subtracts those that it takes.
fn search_within(flow: &Flow<'_>, sink: &Sink, conditions: &[Condition], operations: &mut usize) -> Option<Proved> {
    let mut sources = sources_in(flow, sink.operand, operations);
    sources.retain(|&source| flow.source_kinds.has(flow.source(source).kind));
    // What strangers decide says more than what callers do.
    sources.sort_by_key(|&source| flow.source(source).kind);
    let Some(&first) = sources.first() else { return None };
    let hints = constants_in(flow, first, sink.operand, conditions);
    let has_default = sink.kind == SinkKind::Program && has_default(flow, sink.operand);
    let mut by_design = None;
    for &source in sources.iter().take(MAX_SOURCES) {
        if flow.source(source).only.is_some_and(|only| !sink.counts(only)) {
            continue;
        }
        if matches!(sink.kind, SinkKind::Columns | SinkKind::Fields) && &*flow.source(source).part != "{keys}" {
            continue;
        }
        for variant in 0..MAX_VARIANTS {
            let mut run = Run::new(flow, source, variant);
            // Nobody tells a name by asking what the whole object is.
            run.trust_wholes(sink.kind == SinkKind::PrototypeKey);
            let benign = payloads::BENIGN.iter().find_map(|text| {
                let harmless = Payload { value: Val::text(text) }.after(flow.source(source).begins_with);
                run.set(harmless.value);
                let arrived = run.eval(sink.operand);
                arrived.is_certain().then_some(arrived)
            });
            if variant > 0 && !run.has_choices() {
                break;
            }
            if sink.takes_callback && is_callback(flow, &mut run, sink, source, conditions) {
                continue;
            }
            let folder = benign.as_ref().and_then(contexts::folder_of);
            let is_parameter = !matches!(flow.source(source).kind, SourceKind::Remote | SourceKind::Browser);
            let judged = contexts::Judged {
                kind: sink.kind,
                program: sink.program.as_deref(),
                benign: benign.as_ref(),
                folder: folder.as_deref(),
                is_parameter,
                has_default,
            };
            let inputs = payloads::payloads(&judged, flow.source(source));
            let adapted = payloads::adapted(&inputs, &hints);
            for payload in inputs.into_iter().chain(adapted) {
                *operations = operations.saturating_sub(run.take_spent());
                if *operations == 0 {
                    return by_design;
                }
                let payload = payload.after(flow.source(source).begins_with);
                if flow.source(source).is_one_line && payload.has_line_break() {
                    continue;
                }
                give(&mut run, sink, &payload);
                let arrived = run.eval(sink.operand);
                if !arrived.is_certain() || sink.is_body && matches!(arrived, Val::Array(_)) {
                    continue;
                }
                let Some(Verdict { context, weakness }) = contexts::damage(&judged, &payload, &arrived) else {
                    continue;
                };
                if !conditions.iter().all(|condition| run.may_hold(*condition)) {
                    continue;
                }
                debug_assert!(
                    does_damage(Run::new(flow, source, variant), sink, conditions, &judged, &payload),
                    "a witness does no damage when it is tried anew"
                );
                *operations = operations.saturating_sub(run.take_spent());
                let proved = Proved { source, witness: payload.shown(), context, weakness };
                if weakness != Weakness::ByDesign {
                    return Some(proved);
                }
                by_design = by_design.or(Some(proved));
                break;
            }
            *operations = operations.saturating_sub(run.take_spent());
        }
    }
    by_design
}

/// Returns whether what a caller passes may be a function and arrives as one: no check and no operation on the way
/// needs text.
fn is_callback(
    flow: &Flow<'_>,
    run: &mut Run<'_, '_>,
    sink: &Sink,
    source: SourceId,
    conditions: &[Condition],
) -> bool {
    if flow.source(source).kind != SourceKind::Parameter {
        return false;
    }
    run.set(Val::Function);
    run.eval(sink.operand) == Val::Function && conditions.iter().all(|condition| run.may_hold(*condition))
}

/// Begins a run anew with an input.
fn give(run: &mut Run<'_, '_>, sink: &Sink, payload: &Payload) {
    run.set(payload.value.clone());
    if let Some(written) = sink.written {
        // `__proto__` gives an object, `constructor` a function.
        let is_function = payload.value.to_text().is_some_and(|text| text == "constructor");
        run.assume(written, if is_function { Val::Function } else { Val::Object(Rc::default()) });
    }
}

/// Returns whether an input passes the conditions and does damage, all being evaluated by a run that knows nothing yet.
fn does_damage(
    mut run: Run<'_, '_>,
    sink: &Sink,
    conditions: &[Condition],
    judged: &contexts::Judged<'_>,
    payload: &Payload,
) -> bool {
    run.trust_wholes(sink.kind == SinkKind::PrototypeKey);
    give(&mut run, sink, payload);
    let arrived = run.eval(sink.operand);
    contexts::damage(judged, payload, &arrived).is_some() && conditions.iter().all(|condition| run.may_hold(*condition))
}

/// Returns the short texts that guards hold values against: an input may have to contain, begin with or end in one.
fn constants_in(flow: &Flow<'_>, source: SourceId, operand: Term, conditions: &[Condition]) -> Vec<String> {
    /// The maximum number of terms that are searched, and of texts that are kept.
    const MAX_TERMS: usize = 400;
    const MAX_TEXTS: usize = 6;
    let mut texts: Vec<String> = Vec::new();
    let mut seen = rustc_hash::FxHashSet::default();
    let mut pending: Vec<(Term, bool)> = conditions.iter().rev().map(|condition| (condition.term, true)).collect();
    pending.push((operand, false));
    while let Some((term, in_guard)) = pending.pop() {
        if seen.len() >= MAX_TERMS || texts.len() >= MAX_TEXTS || !seen.insert((term, in_guard)) {
            continue;
        }
        match &*flow.kind(term) {
            TermKind::Const(super::Const::String(text)) if in_guard && !text.is_empty() && text.len() < 40 => {
                texts.push(text.to_string());
            }
            TermKind::Guarded(value, inner) => {
                pending.extend(inner.iter().map(|condition| (condition.term, true)));
                pending.push((*value, in_guard));
            }
            // What a text is taken apart at, or held against.
            TermKind::Const(super::Const::RegExp { pattern, .. }) if in_guard => {
                let beginning = patterns::beginning(pattern);
                let longest = longest_text(pattern).filter(|text| *text != beginning);
                texts.extend(Some(beginning).filter(|text| !text.is_empty()).into_iter().chain(longest));
            }
            TermKind::Op(name, parts) if &**name == "RegExp" => {
                let text =
                    parts.first().and_then(|&pattern| made_of_constants(flow, source, pattern)).unwrap_or_default();
                let text = patterns::beginning(&text);
                if !text.is_empty() && text.len() < 40 {
                    texts.push(text);
                }
            }
            TermKind::Op(name, parts) if TAKES_APART.contains(&&**name) => {
                // The pattern is what has the method, or what is given to it.
                let has_pattern = matches!(&**name, ".exec" | ".test");
                pending
                    .extend(parts.iter().enumerate().map(|(at, &part)| (part, in_guard || (at == 0) == has_pattern)));
            }
            TermKind::Choice(test, yes, no) => pending.extend([(*test, true), (*yes, in_guard), (*no, in_guard)]),
            kind => pending.extend(kind.parts().into_iter().map(|part| (part, in_guard))),
        }
    }
    texts
}

/// Returns whether one of the values that a term may be is a text of the program's own: `options.command || 'make'`.
fn has_default(flow: &Flow<'_>, term: Term) -> bool {
    /// How many terms are looked through.
    const MAX_TERMS: usize = 32;
    let mut pending = vec![term];
    let mut seen = 0;
    while let Some(next) = pending.pop().filter(|_| seen < MAX_TERMS) {
        seen += 1;
        match &*flow.kind(next) {
            TermKind::Const(super::Const::String(_)) => return true,
            TermKind::Guarded(value, _) => pending.push(*value),
            TermKind::Union(members) => pending.extend(members),
            TermKind::Logic(_, left, right) | TermKind::Choice(_, left, right) => pending.extend([*left, *right]),
            _ => {}
        }
    }
    false
}

/// The text that the program alone decides, where it is known.
fn made_of_constants(flow: &Flow<'_>, source: SourceId, term: Term) -> Option<String> {
    if flow.is_tainted(term) {
        return None;
    }
    match Run::new(flow, source, 0).eval(term) {
        value @ Val::Text(_) => value.to_text(),
        _ => None,
    }
}

/// Methods that look for a text in another.
const TAKES_APART: &[&str] =
    &[".exec", ".indexOf", ".lastIndexOf", ".match", ".matchAll", ".search", ".split", ".startsWith", ".test"];

/// Returns the longest text that a pattern looks for as it is.
fn longest_text(pattern: &str) -> Option<String> {
    /// Shorter ones say nothing.
    const MIN_BYTES: usize = 4;
    let mut texts = vec![String::new()];
    let mut characters = pattern.chars();
    while let Some(character) = characters.next() {
        let is_text = character.is_ascii_alphanumeric() || matches!(character, '-' | '/' | ':' | '_');
        match character {
            '\\' => match characters.next() {
                Some(escaped) if !escaped.is_ascii_alphanumeric() => texts.last_mut()?.push(escaped),
                _ => texts.push(String::new()),
            },
            _ if is_text => texts.last_mut()?.push(character),
            _ => texts.push(String::new()),
        }
    }
    texts.into_iter().filter(|text| (MIN_BYTES..40).contains(&text.len())).max_by_key(String::len)
}

/// Returns the sources in a term, in the order in which they are met; as far as there are operations left to look for
/// them.
fn sources_in(flow: &Flow<'_>, operand: Term, operations: &mut usize) -> Vec<SourceId> {
    let mut sources = Vec::new();
    let mut known = rustc_hash::FxHashSet::default();
    let mut seen = rustc_hash::FxHashSet::default();
    let mut pending = vec![operand];
    while let Some(term) = pending.pop() {
        if !flow.is_tainted(term) || !seen.insert(term) {
            continue;
        }
        if *operations == 0 {
            break;
        }
        *operations -= 1;
        match &*flow.kind(term) {
            &TermKind::Source(source) => {
                if known.insert(source) {
                    sources.push(source);
                }
            }
            kind => pending.extend(kind.parts().into_iter().rev()),
        }
    }
    sources
}

/// `path.resolve` of one path.
pub(super) fn resolve_path(path: &str) -> String {
    paths::resolve(&[path.to_string()])
}
