//! Looks for an input that passes all guards on the way to a sink and does damage there.
//!
//! Each payload of the sink's context takes the place of a source; the interpreter evaluates the sink's operand and
//! every condition on the way with it; the context's reader judges the value that arrives. An input that survives is
//! the proof.

mod backtracking;
mod constants;
mod encodings;
mod hints;
mod interpreter;
mod matcher;
mod memo;
mod methods;
mod operators;
mod paths;
mod patterns;
mod payloads;
mod regexp;
mod strings;
mod urls;
mod value;

pub(crate) use backtracking::explosion;
pub(super) use backtracking::{STEPS_BASE, STEPS_PER_BYTE};
pub(super) use constants::{DIRECTORY, OPAQUE, PLACEHOLDER};
use hints::{constants_in, has_default};
use interpreter::Run;
pub(super) use memo::Memo;
pub(super) use paths::resolve;
pub(super) use patterns::Patterns;
use payloads::Payload;
pub(super) use urls::{Address, parse as parse_address};
pub(super) use value::Val;

use std::{
    cell::{Cell, OnceCell},
    rc::Rc,
};

use super::{
    Condition, Flow, SinkKind, Source, SourceId, Term, TermKind, Weakness,
    contexts::{self, Verdict},
    domain,
    term::Only,
    topics::Topic,
};
use crate::{engine::SourceKind, estree::Node};

/// The maximum number of sources of one sink that are tried.
const MAX_SOURCES: usize = 6;

/// The maximum number of ways through the unions in a term that are tried.
const MAX_VARIANTS: usize = 8;

/// The maximum number of operations that the search for one sink evaluates.
const MAX_OPERATIONS: usize = 60_000;

/// The maximum number of operations that all searches in one text evaluate: a base, and more for each byte of it.
pub(super) const SEARCH_BASE: usize = 1_000_000;
pub(super) const SEARCH_PER_BYTE: usize = 20;

/// A sink with its operand and the further facts that decide about damage.
pub(super) struct Sink {
    pub kind: SinkKind,
    pub operand: Term,
    /// The name of the program that is run, if it is certain.
    pub program: Option<String>,
    /// The object that is written, if a name may lead to a prototype.
    pub written: Option<Term>,
    /// True if the result is a part of a page, not an answer.
    pub is_page: bool,
    /// True if it also takes a function, which it calls, and runs only text as code: `setTimeout`.
    pub takes_callback: bool,
    /// True if it is the body of an answer, where lists become JSON: `res.send`.
    pub is_body: bool,
    /// True if it is a whole answer whose type nobody says: browsers take it for HTML if it begins with a tag.
    pub is_untyped: bool,
    /// The further conditions on the data's way that must hold.
    pub conditions: Vec<Condition>,
}

/// The input that was found, and its effect.
pub(super) struct Proved {
    pub source: SourceId,
    pub witness: String,
    pub context: String,
    pub weakness: Weakness,
}

impl Sink {
    pub(super) fn new(kind: SinkKind, operand: Term) -> Self {
        Self {
            kind,
            operand,
            program: None,
            written: None,
            is_page: false,
            takes_callback: false,
            is_body: false,
            is_untyped: false,
            conditions: Vec::new(),
        }
    }

    /// Returns whether data counts at this sink that counts for some sinks only.
    fn counts(&self, only: Only) -> bool {
        let is_html = matches!(self.kind, SinkKind::Html | SinkKind::Selector);
        match only {
            Only::Html => is_html,
            Only::Page => is_html && self.is_page,
            Only::Run => matches!(self.kind, SinkKind::Html | SinkKind::Code | SinkKind::Script),
            Only::ButBrowser => !is_html && self.kind != SinkKind::Redirect,
        }
    }

    /// Returns the sinks of a call, which depend on its other arguments.
    pub(super) fn of<'a>(
        flow: &mut Flow<'a>,
        kind: SinkKind,
        operand: Term,
        arguments: &[Term],
        at: Node<'a>,
    ) -> Vec<Self> {
        match kind {
            SinkKind::Program => Self::of_program(flow, operand, arguments, at),
            SinkKind::Sql | SinkKind::Clause => {
                let mut operand = operand;
                // `query({ text, values })`
                if let TermKind::Object { .. } = &*flow.kind(operand) {
                    let text = flow.property(operand, "text", at);
                    operand = if text == Term::UNDEFINED { flow.property(operand, "sql", at) } else { text };
                }
                if kind == SinkKind::Clause {
                    let before = flow.string(contexts::BEFORE_CLAUSE, at);
                    let statement = flow.make(TermKind::Concat(vec![before, operand]), at);
                    return vec![Self::new(SinkKind::Sql, statement)];
                }
                let sink = |kind| Self::new(kind, operand);
                vec![sink(kind), sink(SinkKind::Columns)]
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
        if let TermKind::Choice(test, yes, no) = *flow.kind(list) {
            let ways = [(yes, true), (no, false)].into_iter().flat_map(|(list, holds)| {
                let mut arguments = arguments.to_vec();
                arguments[1] = list;
                let mut sinks = Self::of_program(flow, operand, &arguments, at);
                // The program is the same whichever list is chosen.
                sinks.retain(|sink| holds || sink.kind != SinkKind::Program);
                for sink in sinks.iter_mut().filter(|sink| sink.kind != SinkKind::Program) {
                    sink.conditions.push(Condition { term: test, holds });
                }
                sinks
            });
            return ways.collect();
        }
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
        let is_node = flow.path_of(operand).is_some_and(|path| matches!(&*path, "process.argv0" | "process.execPath"));
        let name = if is_node { Some("node".into()) } else { flow.constant_text(operand) };
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
}

/// Looks for an input with which the sink's operand does damage while all conditions hold.
pub(super) fn search(flow: &Flow<'_>, sink: &Sink, conditions: &[Condition]) -> Option<Proved> {
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
    // Sources of strangers come first: they matter more than those of callers.
    sources.sort_by_key(|&source| flow.source(source).kind);
    let first = *sources.first()?;
    sources.truncate(MAX_SOURCES);
    sources.retain(|&source| may_be_used(flow, sink, source));
    let focus = *sources.first()?;
    let mut run = Run::new(flow, flow.memo.take(), focus);
    // A check of the whole object says nothing about a name in it.
    run.trust_wholes(sink.kind == SinkKind::PrototypeKey);
    if let Some(written) = sink.written {
        run.will_assume(written);
    }
    let search = Search {
        flow,
        sink,
        conditions,
        first,
        has_default: sink.kind == SinkKind::Program && has_default(flow, sink.operand),
        hints: OnceCell::new(),
        is_closed: OnceCell::new(),
        terms_seen: Cell::new(0),
    };
    let mut by_design = None;
    'sources: for &source in &sources {
        for variant in 0..MAX_VARIANTS {
            run.begin(source, variant);
            let tried = search.try_way(&mut run, source, variant, operations);
            search.count(&mut run, operations);
            match tried {
                Some(proved) if proved.weakness == Weakness::ByDesign => by_design = by_design.or(Some(proved)),
                Some(proved) => {
                    by_design = Some(proved);
                    break 'sources;
                }
                None => {}
            }
            if *operations == 0 || by_design.is_none() && search.is_closed() {
                break 'sources;
            }
            if variant + 1 >= run.ways() {
                break;
            }
        }
    }
    flow.memo.set(run.into_memo());
    by_design
}

/// Returns whether a value is a whole parameter, or the target of an event that is one.
fn is_given_whole(flow: &Flow<'_>, value: Term, source: &Source) -> bool {
    const TARGETS: &[&str] = &["currentTarget", "delegateTarget", "relatedTarget", "target"];
    let is_whole = source.depth == 0 || source.depth == 1 && TARGETS.contains(&&*source.part);
    let value = match flow.kind_of(value) {
        &TermKind::Guarded(value, _) => value,
        _ => value,
    };
    is_whole && matches!(flow.kind_of(value), TermKind::Source(_) | TermKind::Union(_))
}

/// Returns whether data of a source can do damage at a sink of this kind at all.
fn may_be_used(flow: &Flow<'_>, sink: &Sink, source: SourceId) -> bool {
    let source = flow.source(source);
    let needs_keys = matches!(sink.kind, SinkKind::Columns | SinkKind::Fields);
    // The console, and loggers, escape the line breaks in objects.
    let is_escaped = sink.kind == SinkKind::Log && source.is_parsed && !flow.speaks_of(Topic::TextBodies);
    // A page's own methods `find` ask no database.
    let is_of_page = sink.kind == SinkKind::NoSql && source.kind == SourceKind::Browser;
    let is_used = !is_escaped && !is_of_page && source.only.is_none_or(|only| sink.counts(only));
    is_used && (!needs_keys || &*source.part == "{keys}")
}

/// Returns the text that a source always begins with, whatever an attacker does. A browser that is sent to the address
/// that it asked for stays where it is.
fn beginning(sink: &Sink, source: &Source) -> &'static str {
    if source.is_own_address && sink.kind == SinkKind::Redirect { "https://zo.internal/" } else { source.begins_with }
}

/// The search for an input at one sink.
struct Search<'s, 'a> {
    flow: &'s Flow<'a>,
    sink: &'s Sink,
    conditions: &'s [Condition],
    /// The most important source.
    first: SourceId,
    /// True if the program has a value of its own where it is given none.
    has_default: bool,
    /// The texts that guards look for.
    hints: OnceCell<Vec<String>>,
    /// True if no value that the guards let through can do damage.
    is_closed: OnceCell<bool>,
    /// The number of terms that this took to decide, as far as they have not been counted.
    terms_seen: Cell<usize>,
}

impl Search<'_, '_> {
    /// Tries inputs for one source on one way through unions.
    fn try_way(
        &self,
        run: &mut Run<'_, '_>,
        source: SourceId,
        variant: usize,
        operations: &mut usize,
    ) -> Option<Proved> {
        let Self { flow, sink, conditions, .. } = *self;
        let about = flow.source(source);
        let mut depends_on_input = false;
        let benign = payloads::BENIGN.iter().find_map(|text| {
            run.set(Payload::new(*text).after(beginning(sink, about)).value());
            let (arrived, depends) = run.eval_noting(sink.operand);
            depends_on_input = depends;
            if !depends || arrived.is_certain() { Some(arrived) } else { None }
        });
        if benign.is_some() && !depends_on_input {
            return None;
        }
        if sink.takes_callback && is_callback(flow, run, sink, source, conditions) {
            return None;
        }
        let is_parameter = !matches!(about.kind, SourceKind::Remote | SourceKind::Browser);
        let judged =
            contexts::Judged::new(sink.kind, sink.program.as_deref(), benign.as_ref(), is_parameter, self.has_default);
        let inputs = payloads::payloads(&judged, about);
        let is_shown = matches!(sink.kind, SinkKind::Html | SinkKind::Selector);
        // The condition that refused the last input is evaluated first.
        let mut strictest = None;
        let adapted = self.adapted(&inputs);
        for (at, payload) in inputs.iter().cloned().chain(adapted).enumerate() {
            self.count(run, operations);
            // If the first input fails, the others are tried only if some input can do damage.
            if *operations == 0 || at == 1 && self.is_closed() {
                return None;
            }
            let mut payload = payload.after(beginning(sink, about));
            if is_shown && about.is_one_line {
                payload = payload.into_address();
            }
            if about.is_one_line && payload.has_line_break() || about.is_base_name && payload.text().contains('/') {
                continue;
            }
            give(run, sink, &payload);
            if let Some(condition) = strictest
                && !run.may_hold(condition)
            {
                continue;
            }
            let arrived = run.eval(sink.operand);
            // Lists and objects are answered as JSON.
            let is_json = || {
                matches!(arrived, Val::Array(_))
                    || about.is_parsed && arrived == payload.value() && !flow.speaks_of(Topic::TextBodies)
            };
            let is_plain = || sink.is_untyped && arrived.to_text().is_none_or(|it| !it.trim_start().starts_with('<'));
            if !arrived.is_certain() || sink.is_body && is_json() || is_plain() {
                continue;
            }
            let Some(Verdict { context, weakness }) = contexts::damage(&judged, payload.text(), &arrived) else {
                continue;
            };
            let mut refused = None;
            for &condition in conditions {
                let (may_hold, depends) = run.may_hold_noting(condition);
                if !may_hold {
                    if !depends {
                        return None;
                    }
                    refused = Some(condition);
                    break;
                }
            }
            if refused.is_some() {
                strictest = refused;
                continue;
            }
            debug_assert!(
                self.does_damage(source, variant, &judged, &payload),
                "a witness does no damage when it is tried anew"
            );
            let is_whole = is_parameter
                && weakness == Weakness::Ordinary
                && judged.folder.is_some()
                && is_whole_path(flow, sink.operand, conditions, source);
            let (context, weakness) =
                if is_whole { ("the whole path".into(), Weakness::ByDesign) } else { (context, weakness) };
            // Functions give `$` elements that they are given.
            let is_element =
                sink.kind == SinkKind::Selector && is_parameter && is_given_whole(flow, sink.operand, about);
            let weakness = if is_element { Weakness::ByDesign } else { weakness };
            return Some(Proved { source, witness: payload.text().into(), context, weakness });
        }
        None
    }

    /// Subtracts the operations that have been evaluated from those that are left.
    fn count(&self, run: &mut Run<'_, '_>, operations: &mut usize) {
        *operations = operations.saturating_sub(run.take_spent() + self.terms_seen.take());
    }

    /// Returns the inputs combined with the texts that guards look for.
    fn adapted<'s>(&'s self, inputs: &'s [Payload]) -> impl Iterator<Item = Payload> + 's {
        let hints = move || {
            self.hints
                .get_or_init(|| constants_in(self.flow, self.first, self.sink.operand, self.conditions))
                .as_slice()
        };
        // Inputs are encoded where the program decodes them.
        let encoded = move || {
            let encoding = encodings::decoded_in(self.flow, self.sink.operand);
            encoding.into_iter().flat_map(|encoding| inputs.iter().map(move |input| input.encoded(encoding)))
        };
        std::iter::once_with(encoded)
            .flatten()
            .chain(std::iter::once_with(hints).flat_map(|hints| payloads::adapted(inputs, hints)))
    }

    /// Returns whether no value that the guards let through can do damage, whatever the input.
    fn is_closed(&self) -> bool {
        *self.is_closed.get_or_init(|| {
            let (reach, terms) = domain::reach(self.flow, self.sink.operand, self.conditions);
            self.terms_seen.set(terms);
            self.flow.is_closed(self.sink, reach.chars)
        })
    }

    /// Returns whether an input passes the conditions and does damage in a run that starts from nothing.
    fn does_damage(&self, source: SourceId, variant: usize, judged: &contexts::Judged<'_>, payload: &Payload) -> bool {
        let mut run = Run::new(self.flow, Memo::default(), source);
        run.begin(source, variant);
        run.trust_wholes(self.sink.kind == SinkKind::PrototypeKey);
        give(&mut run, self.sink, payload);
        let arrived = run.eval(self.sink.operand);
        contexts::damage(judged, payload.text(), &arrived).is_some()
            && self.conditions.iter().all(|condition| run.may_hold(*condition))
    }
}

/// Returns whether a source is in a term.
fn has_source(flow: &Flow<'_>, term: Term, source: SourceId) -> bool {
    /// The maximum number of terms that are searched.
    const MAX_TERMS: usize = 400;
    let mut left = MAX_TERMS;
    sources_in(flow, term, &mut left).contains(&source)
}

/// Returns whether a caller names the whole path: the program puts no folder before the source's data, and no guard on
/// it looks for `..` or for a folder that the path must not leave.
fn is_whole_path(flow: &Flow<'_>, operand: Term, conditions: &[Condition], source: SourceId) -> bool {
    if contexts::names_folder(flow, operand, &|term| has_source(flow, term, source), 0) {
        return false;
    }
    let is_about = |condition: &&Condition| has_source(flow, condition.term, source);
    let about: Vec<Condition> = conditions.iter().filter(is_about).copied().collect();
    let hints = constants_in(flow, source, operand, &about);
    !hints.iter().any(|hint| hint.contains("..") || hint.len() > 1 && hint.starts_with('/'))
}

/// Returns whether a caller may pass a function that arrives as one: no check and no operation on the way needs text.
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
    run.set(payload.value());
    if let Some(written) = sink.written {
        // `__proto__` gives an object, `constructor` a function.
        let is_function = payload.text() == "constructor";
        run.assume(written, if is_function { Val::Function } else { Val::Object(Rc::default()) });
    }
}

/// Returns the sources in a term, in the order in which they are met; not all of them if too few operations are left.
fn sources_in(flow: &Flow<'_>, operand: Term, operations: &mut usize) -> Vec<SourceId> {
    let mut sources = Vec::new();
    let mut known = rustc_hash::FxHashSet::default();
    for term in flow.tainted_within(operand).take(*operations) {
        *operations -= 1;
        if let &TermKind::Source(source) = flow.kind_of(term)
            && known.insert(source)
        {
            sources.push(source);
        }
    }
    sources
}
