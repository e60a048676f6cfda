//! The analysis of data flow: the values that an attacker decides, the sinks that they reach, and inputs that do damage
//! there.
//!
//! A [`Flow`] answers questions about one text, on demand: the value of an expression ([`Flow::value`]), the path of a
//! callee ([`Flow::callee`]), the conditions that hold at a place ([`Flow::conditions_at`]). [`analyze`] looks for
//! sinks, traces their data back to its sources, and tries inputs until one does damage: that is the finding's witness.
//! It knows no rule.

mod answers;
mod arrays;
mod callbacks;
mod called;
mod calls;
mod contexts;
mod dispatch;
mod documents;
mod domain;
mod entries;
mod facts;
mod found;
mod frameworks;
#[cfg(test)]
mod growth;
mod guards;
mod index;
mod internal;
mod loops;
mod maps;
mod markup;
mod memo;
mod models;
mod numbers;
mod objects;
mod origins;
mod own_objects;
mod pollution;
mod promises;
mod prototypes;
mod reach;
mod record;
mod routes;
mod schemas;
mod sink_kind;
mod sinks;
mod sources;
mod spreads;
mod streams;
mod tables;
mod term;
mod text_guards;
mod topics;
mod values;
mod witness;

use std::{
    cell::{Cell, RefCell},
    collections::HashMap,
    rc::Rc,
    sync::Arc,
};

use oxc_syntax::node::NodeId;
use rustc_hash::{FxHashMap, FxHashSet};

pub(crate) use facts::{Fact, FactFilters, FactFound, Facts};
pub(crate) use found::{Found, Weakness};
pub use models::{ModelError, UserModels};
pub(crate) use models::{Models, rows};
pub(crate) use record::{SinkOutcome, SinkSeen};
pub(crate) use sink_kind::SinkKind;
pub(crate) use sinks::{Outcome, analyze};
pub(crate) use term::{Condition, Const, Frame, Kind as TermKind, Logic, Shape, Source, SourceId, Term};
pub(crate) use witness::explosion;

use index::Index;
use term::Entry;

use crate::{
    engine::SourceKinds,
    estree::{Node, Tree, VariableId},
};

/// The maximum number of expressions that are evaluated for one text: a base, and more for each byte of it.
const FUEL_BASE: usize = 20_000;
const FUEL_PER_BYTE: usize = 4;

/// The number of parts of a term that cost as much as an evaluation.
const PARTS_PER_FUEL: usize = 16;

/// The maximum number of alternatives of one term. Recursions over them meet what they share each time, so that their
/// cost would double with each choice between two values that have the same ones within.
const MAX_NESTED_ALTERNATIVES: u32 = 256;

/// The maximum nesting of expressions, statements and calls that are followed.
const MAX_DEPTH: usize = 160;

/// The analysis of one text: the terms, sources and answers that it has made so far.
pub(crate) struct Flow<'a> {
    tree: &'a Tree<'a>,
    path: &'a str,
    models: Arc<Models>,
    terms: Vec<Entry>,
    frames: Vec<Activation>,
    frame_ids: HashMap<(NodeId, Frame, Vec<Term>, Option<Term>), Frame>,
    /// The number of different shapes of arguments that a function has been followed with, by function and call.
    shapes: FxHashMap<(NodeId, NodeId), usize>,
    sources: Vec<Source>,
    source_ids: HashMap<(Option<SourceId>, NodeId, Rc<str>), SourceId>,
    answers: memo::Answers,
    pending: memo::Pending,
    variables: FxHashMap<VariableId, Rc<reach::Writes>>,
    mutations: FxHashMap<VariableId, Rc<Vec<objects::Mutation>>>,
    entries: Option<Rc<entries::Entries>>,
    index: Option<Rc<Index<'a>>>,
    /// The statements that have been examined: true for those that never end normally.
    abrupt: RefCell<FxHashMap<NodeId, bool>>,
    depth: usize,
    fuel: usize,
    /// The number of operations that the searches for inputs may still take.
    search_left: Cell<usize>,
    /// The steps that are left to look for patterns that take exponential time.
    pub(crate) pattern_steps_left: usize,
    /// The patterns of the text and of inputs, compiled.
    patterns: witness::Patterns,
    /// The values that earlier searches have evaluated, for the next one.
    memo: Cell<witness::Memo>,
    /// True for the variables that hold a list or table that the text makes.
    collections: FxHashMap<VariableId, bool>,
    content_types: Option<Rc<answers::ContentTypes>>,
    /// The statements that no condition follows from, wherever they are asked about.
    silent: FxHashSet<NodeId>,
    /// The kinds of sources that count.
    source_kinds: SourceKinds,
    /// The outcome of the search at each sink, where outcomes are recorded.
    seen: Option<Vec<SinkSeen>>,
    /// The number of terms that may still be examined for those outcomes.
    record_left: usize,
    /// The callees of the calls that were asked about while nothing was being evaluated.
    callees: FxHashMap<NodeId, Option<Rc<str>>>,
    /// True if searches that cannot find anything are skipped.
    is_filtered: bool,
    /// One bit per fact: its words have been searched for, and the text may contain one.
    words_sought: u32,
    words_held: u32,
    /// One bit per topic: its words have been searched for, and the text has one.
    topics: Cell<(u8, u8)>,
}

/// The settings of an analysis.
#[derive(Clone)]
pub struct Settings {
    /// The models of libraries: the sources, sinks and operations that they have. `None`: the public ones, which are
    /// made when a text first needs them.
    pub models: Option<Arc<Models>>,
    /// The kinds of sources that count.
    pub sources: SourceKinds,
    /// True if the outcome of the search at each sink is recorded.
    pub records: bool,
    /// True if searches that cannot find anything are skipped, which makes no difference to the findings.
    pub filters: bool,
}

#[cfg(test)]
impl Settings {
    /// The settings of tests: all sources count, and outcomes are recorded.
    pub fn of_tests() -> Self {
        Self { models: None, sources: SourceKinds::ALL, records: true, filters: true }
    }
}

/// An activation of a function with known arguments.
struct Activation {
    function: NodeId,
    arguments: Vec<Term>,
    this: Option<Term>,
    /// The frame in which the function was made.
    outer: Frame,
    /// The number of calls between it and the program.
    depth: usize,
}

impl<'a> Flow<'a> {
    pub(crate) fn new(tree: &'a Tree<'a>, path: &'a str, settings: &Settings) -> Self {
        let entry = |kind| Entry { kind: Rc::new(kind), at: NodeId::ROOT, tainted: false, alternatives: 1 };
        Self {
            tree,
            path,
            models: settings.models.clone().unwrap_or_else(Models::libraries),
            terms: vec![entry(TermKind::Unknown), entry(TermKind::None), entry(TermKind::Const(Const::Undefined))],
            frames: vec![Activation {
                function: NodeId::ROOT,
                arguments: Vec::new(),
                this: None,
                outer: Frame::ROOT,
                depth: 0,
            }],
            frame_ids: HashMap::new(),
            shapes: FxHashMap::default(),
            sources: Vec::new(),
            source_ids: HashMap::new(),
            answers: memo::Answers::new(tree.all_nodes().len()),
            pending: memo::Pending::default(),
            variables: FxHashMap::default(),
            mutations: FxHashMap::default(),
            entries: None,
            index: None,
            abrupt: RefCell::default(),
            depth: 0,
            fuel: FUEL_BASE + FUEL_PER_BYTE * tree.source().len(),
            search_left: Cell::new(witness::SEARCH_BASE + witness::SEARCH_PER_BYTE * tree.source().len()),
            pattern_steps_left: witness::STEPS_BASE + witness::STEPS_PER_BYTE * tree.source().len(),
            patterns: witness::Patterns::default(),
            memo: Cell::default(),
            collections: FxHashMap::default(),
            content_types: None,
            silent: FxHashSet::default(),
            source_kinds: settings.sources,
            seen: settings.records.then(Vec::new),
            record_left: record::RECORD_BASE + record::RECORD_PER_BYTE * tree.source().len(),
            callees: FxHashMap::default(),
            is_filtered: settings.filters,
            words_sought: 0,
            words_held: 0,
            topics: Cell::default(),
        }
    }

    /// Returns the file's name.
    pub(crate) fn path(&self) -> &'a str {
        self.path
    }

    pub(crate) fn node(&self, id: NodeId) -> Node<'a> {
        self.tree.node_of(id)
    }

    /// Returns the kind of a term.
    pub(crate) fn kind(&self, term: Term) -> Rc<TermKind> {
        Rc::clone(&self.terms[term.0 as usize].kind)
    }

    /// Returns the kind of a term, borrowed.
    fn kind_of(&self, term: Term) -> &TermKind {
        &self.terms[term.0 as usize].kind
    }

    /// Returns the text of a term that is a constant text.
    fn constant_text(&self, term: Term) -> Option<Rc<str>> {
        match self.kind_of(term) {
            TermKind::Const(Const::String(text)) => Some(Rc::clone(text)),
            _ => None,
        }
    }

    /// Returns the node that a term's value comes from.
    pub(crate) fn place(&self, term: Term) -> NodeId {
        self.terms[term.0 as usize].at
    }

    /// Returns whether a term contains data that an attacker decides.
    pub(crate) fn is_tainted(&self, term: Term) -> bool {
        self.terms[term.0 as usize].tainted
    }

    /// Returns the tainted terms within a term: itself first, then depth first in order, each once.
    pub(crate) fn tainted_within(&self, term: Term) -> impl Iterator<Item = Term> {
        let mut seen = FxHashSet::default();
        let mut pending = vec![term];
        std::iter::from_fn(move || {
            loop {
                let term = pending.pop()?;
                if self.is_tainted(term) && seen.insert(term) {
                    let before = pending.len();
                    self.kind_of(term).each_part(|part| pending.push(part));
                    pending[before..].reverse();
                    return Some(term);
                }
            }
        })
    }

    pub(crate) fn source(&self, id: SourceId) -> &Source {
        &self.sources[id.0 as usize]
    }

    /// Spends `fuel` of the evaluations that the text may take, and returns whether so many were left.
    fn spend(&mut self, fuel: usize) -> bool {
        let left = self.fuel >= fuel;
        self.fuel = self.fuel.saturating_sub(fuel);
        left
    }

    /// Makes a term; [`Term::UNKNOWN`] where it would have more alternatives than are followed.
    fn make(&mut self, kind: TermKind, at: Node<'a>) -> Term {
        let (mut parts, mut tainted, mut alternatives) = (0, matches!(kind, TermKind::Source(_)), 0_u32);
        if !matches!(kind, TermKind::AnyOf(_)) {
            kind.each_part(|part| {
                let part = &self.terms[part.0 as usize];
                parts += 1;
                tainted |= part.tainted;
                alternatives = alternatives.saturating_add(part.alternatives);
            });
        }
        if !kind.is_one_of_its_parts() {
            alternatives = 1;
        } else if alternatives > MAX_NESTED_ALTERNATIVES {
            return Term::UNKNOWN;
        }
        // A large object that is changed again and again is copied as often.
        self.spend(parts / PARTS_PER_FUEL);
        let term = Term(self.terms.len() as u32);
        self.terms.push(Entry { kind: Rc::new(kind), at: at.id(), tainted, alternatives });
        term
    }

    fn string(&mut self, text: &str, at: Node<'a>) -> Term {
        self.make(TermKind::string(text), at)
    }

    fn operation(&mut self, name: &str, arguments: Vec<Term>, at: Node<'a>) -> Term {
        self.make(TermKind::Op(name.into(), arguments), at)
    }

    /// Makes the union of several terms, without [`Term::NONE`].
    fn union(&mut self, terms: Vec<Term>, at: Node<'a>) -> Term {
        let mut several: Vec<Term> = Vec::with_capacity(terms.len());
        for term in terms {
            let members = match &*self.kind(term) {
                TermKind::None => Vec::new(),
                TermKind::Union(members) => members.clone(),
                _ => vec![term],
            };
            for member in members {
                if !several.contains(&member) && several.len() < MAX_ALTERNATIVES {
                    several.push(member);
                }
            }
        }
        match several.as_slice() {
            [] => Term::NONE,
            [only] => *only,
            _ => self.make(TermKind::Union(several), at),
        }
    }

    /// Returns a value that exists only where all conditions hold.
    fn guarded(&mut self, value: Term, conditions: Vec<Condition>, at: Node<'a>) -> Term {
        if conditions.is_empty() || value == Term::NONE {
            return value;
        }
        self.make(TermKind::Guarded(value, conditions), at)
    }

    /// Returns the index of the text, made when first needed.
    fn index(&mut self) -> Rc<Index<'a>> {
        let tree = self.tree;
        Rc::clone(self.index.get_or_insert_with(|| Rc::new(Index::of(tree))))
    }

    /// Returns whether the text calls a function or method of this name anywhere.
    pub(crate) fn calls_named(&mut self, name: &str) -> bool {
        self.index().calls.contains_key(name)
    }

    /// Returns the function around a node; the program's node where there is none.
    pub(crate) fn function_of(&mut self, node: Node<'a>) -> NodeId {
        self.index().function_of(node.id())
    }
}

/// The maximum number of members of one union.
const MAX_ALTERNATIVES: usize = 12;

/// Returns how many flows are found in a text, whatever their sources. The outcome at each sink is recorded too, which
/// must not contradict what is found.
#[cfg(test)]
fn flows_in(source: &str) -> usize {
    use crate::parse::{Language, parse};

    let allocator = oxc_allocator::Allocator::default();
    let path = "a.js";
    let Ok(tree) = parse(&allocator, source, Language::from_path(path)) else { panic!("{source}") };
    analyze(&tree, path, &Settings::of_tests(), &Facts::default()).flows.len()
}
