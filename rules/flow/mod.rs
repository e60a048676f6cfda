//! Values, calls, guards, contexts, models, evidence: what an attacker decides, where it arrives, and with which input.
//!
//! A [`Flow`] answers questions about one text, on demand: what an expression evaluates to ([`Flow::value`]), what a call
//! calls ([`Flow::callee`]), which conditions hold where ([`Flow::conditions_at`]). [`analyze`] looks for sinks, follows
//! what they are given back to its sources, and tries inputs until one does damage: that is the finding's witness. It
//! knows no rule.

mod arrays;
mod callbacks;
mod called;
mod calls;
mod contexts;
mod dispatch;
mod domain;
mod entries;
mod facts;
mod frameworks;
#[cfg(test)]
mod growth;
mod guards;
mod index;
mod loops;
mod maps;
mod markup;
mod memo;
#[allow(dead_code, reason = "rows of libraries are being added")]
mod models;
mod objects;
mod origins;
mod own_objects;
mod pollution;
mod promises;
mod prototypes;
mod reach;
mod record;
mod sinks;
mod sources;
mod streams;
mod term;
mod values;
mod witness;

use std::{
    cell::{Cell, RefCell},
    collections::HashMap,
    rc::Rc,
    sync::Arc,
};

use oxc_syntax::node::NodeId;
use rustc_hash::FxHashMap;

pub use facts::{Fact, FactFilters, FactFound, Facts};
pub use models::{ModelError, Models, UserModels};
pub use record::{SinkOutcome, SinkSeen};
pub use sinks::{Found, Outcome, SinkKind, analyze};
pub use term::{Condition, Const, Frame, Kind as TermKind, Logic, Shape, Source, SourceId, Term};
pub use witness::{Weakness, explosion};

use index::Index;
use term::Entry;

use crate::{
    engine::SourceKinds,
    estree::{Node, Tree, VariableId},
};

/// How many expressions may be evaluated for one text, and for one byte of it.
const FUEL_BASE: usize = 20_000;
const FUEL_PER_BYTE: usize = 4;

/// How many parts of a term cost as much as an evaluation.
const PARTS_PER_FUEL: usize = 16;

/// How deep expressions, statements and calls may be followed within one another.
const MAX_DEPTH: usize = 160;

/// What is known of the values of one text so far.
pub struct Flow<'a> {
    tree: &'a Tree<'a>,
    path: &'a str,
    models: Arc<Models>,
    terms: Vec<Entry>,
    frames: Vec<Activation>,
    frame_ids: HashMap<(NodeId, Frame, Vec<Term>, Option<Term>), Frame>,
    /// By function: how many shapes of arguments it has been followed with.
    shapes: FxHashMap<NodeId, usize>,
    sources: Vec<Source>,
    source_ids: HashMap<(Option<SourceId>, NodeId, Rc<str>), SourceId>,
    answers: FxHashMap<memo::Question, memo::Answer>,
    pending: memo::Pending,
    variables: FxHashMap<VariableId, Rc<reach::Writes>>,
    mutations: FxHashMap<VariableId, Rc<Vec<objects::Mutation>>>,
    entries: Option<Rc<entries::Entries>>,
    index: Option<Rc<Index<'a>>>,
    /// By statement: whether it never ends normally.
    abrupt: RefCell<FxHashMap<NodeId, bool>>,
    depth: usize,
    fuel: usize,
    /// How many operations the searches for inputs may still take.
    search_left: Cell<usize>,
    /// Calls that say of which type an answer is, in the order of the text.
    content_types: Option<Rc<Vec<NodeId>>>,
    /// Whose data counts.
    source_kinds: SourceKinds,
    /// What came of the search at each sink, where that is asked for.
    seen: Option<Vec<SinkSeen>>,
    /// How much may still be spent on that.
    record_left: usize,
    /// What calls call, of those that were asked about while nothing was being evaluated.
    callees: FxHashMap<NodeId, Option<Rc<str>>>,
    /// Whether what cannot be found is not looked for.
    is_filtered: bool,
    /// By fact, a bit each: whether its words have been looked for, and whether the text may hold one.
    words_sought: u32,
    words_held: u32,
}

/// How a text is analyzed.
#[derive(Clone)]
pub struct Settings {
    /// What libraries do with data.
    pub models: Arc<Models>,
    /// Whose data counts.
    pub sources: SourceKinds,
    /// Whether it is noted what came of the search at each sink.
    pub records: bool,
    /// Whether what cannot be found is not looked for, which makes no difference to what is found.
    pub filters: bool,
}

#[cfg(test)]
impl Settings {
    /// Those of tests: all is noted.
    pub fn of_tests() -> Self {
        Self { models: Models::libraries(), sources: SourceKinds::ALL, records: true, filters: true }
    }
}

/// An activation of a function with known arguments.
struct Activation {
    function: NodeId,
    arguments: Vec<Term>,
    this: Option<Term>,
    /// The frame in which the function was made.
    outer: Frame,
    /// How many calls it is away from the program.
    depth: usize,
}

impl<'a> Flow<'a> {
    pub fn new(tree: &'a Tree<'a>, path: &'a str, settings: &Settings) -> Self {
        let entry = |kind| Entry { kind: Rc::new(kind), at: NodeId::ROOT, tainted: false };
        Self {
            tree,
            path,
            models: Arc::clone(&settings.models),
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
            answers: FxHashMap::default(),
            pending: memo::Pending::default(),
            variables: FxHashMap::default(),
            mutations: FxHashMap::default(),
            entries: None,
            index: None,
            abrupt: RefCell::default(),
            depth: 0,
            fuel: FUEL_BASE + FUEL_PER_BYTE * tree.source().len(),
            search_left: Cell::new(witness::SEARCH_BASE + witness::SEARCH_PER_BYTE * tree.source().len()),
            content_types: None,
            source_kinds: settings.sources,
            seen: settings.records.then(Vec::new),
            record_left: record::RECORD_BASE + record::RECORD_PER_BYTE * tree.source().len(),
            callees: FxHashMap::default(),
            is_filtered: settings.filters,
            words_sought: 0,
            words_held: 0,
        }
    }

    #[allow(dead_code, reason = "rules about facts are being added")]
    pub fn tree(&self) -> &'a Tree<'a> {
        self.tree
    }

    /// The file's name.
    #[allow(dead_code, reason = "rules about facts are being added")]
    pub fn path(&self) -> &'a str {
        self.path
    }

    pub fn node(&self, id: NodeId) -> Node<'a> {
        self.tree.node_of(id)
    }

    /// What a term is.
    pub fn kind(&self, term: Term) -> Rc<TermKind> {
        Rc::clone(&self.terms[term.0 as usize].kind)
    }

    /// Where the value of a term stands in the text.
    pub fn place(&self, term: Term) -> NodeId {
        self.terms[term.0 as usize].at
    }

    /// Whether something that an attacker decides is in a term.
    pub fn is_tainted(&self, term: Term) -> bool {
        self.terms[term.0 as usize].tainted
    }

    pub fn source(&self, id: SourceId) -> &Source {
        &self.sources[id.0 as usize]
    }

    /// Spends one of the evaluations that the text may take. Returns whether there was one left.
    fn spend(&mut self, fuel: usize) -> bool {
        let left = self.fuel >= fuel;
        self.fuel = self.fuel.saturating_sub(fuel);
        left
    }

    fn make(&mut self, kind: TermKind, at: Node<'a>) -> Term {
        let tainted = match &kind {
            TermKind::Source(_) => true,
            TermKind::AnyOf(_) => false,
            TermKind::Function(..) => false,
            kind => {
                let parts = kind.parts();
                // A large object that is changed again and again is copied as often.
                self.spend(parts.len() / PARTS_PER_FUEL);
                parts.iter().any(|&part| self.is_tainted(part))
            }
        };
        let term = Term(self.terms.len() as u32);
        self.terms.push(Entry { kind: Rc::new(kind), at: at.id(), tainted });
        term
    }

    fn string(&mut self, text: &str, at: Node<'a>) -> Term {
        self.make(TermKind::string(text), at)
    }

    fn operation(&mut self, name: &str, arguments: Vec<Term>, at: Node<'a>) -> Term {
        self.make(TermKind::Op(name.into(), arguments), at)
    }

    /// One of several; those that are no value are left out.
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

    /// The value, where the conditions hold.
    fn guarded(&mut self, value: Term, conditions: Vec<Condition>, at: Node<'a>) -> Term {
        if conditions.is_empty() || value == Term::NONE {
            return value;
        }
        self.make(TermKind::Guarded(value, conditions), at)
    }

    /// The index of the text, made when first needed.
    fn index(&mut self) -> Rc<Index<'a>> {
        let tree = self.tree;
        Rc::clone(self.index.get_or_insert_with(|| Rc::new(Index::of(tree))))
    }

    /// Whether the text calls a function or method of this name anywhere.
    pub fn calls_named(&mut self, name: &str) -> bool {
        self.index().calls.contains_key(name)
    }

    /// The function that a node stands in; the program's node where it stands in none.
    pub fn function_of(&mut self, node: Node<'a>) -> NodeId {
        self.index().function_of(node.id())
    }
}

/// How many values one term may be one of.
const MAX_ALTERNATIVES: usize = 12;
