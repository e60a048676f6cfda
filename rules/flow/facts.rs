//! Weaknesses that need no flow: a literal, a setting, an absence.

use std::sync::OnceLock;

use aho_corasick::packed::Searcher;
use oxc_ast::{AstKind, AstType};
use oxc_syntax::node::NodeId;
use rustc_hash::FxHashMap;

use super::{Flow, guards::is_never_taken, models::last_name};
use crate::{
    engine::ProofStep,
    estree::{Node, has_escaped_identifiers},
};

/// A check for one kind of fact: the rule that reports it, and the nodes that it looks at.
#[derive(Clone, Copy)]
pub(crate) struct Fact {
    /// The rule that reports it, without the plugin's name.
    pub rule: &'static str,
    /// The types of nodes that it is looked for at.
    pub on: &'static [AstType],
    pub filters: FactFilters,
    pub check: FactCheck,
}

/// The filters of a fact. The analysis skips nodes that they exclude.
#[derive(Clone, Copy)]
pub(crate) struct FactFilters {
    /// The paths of the functions and methods at whose calls it may be found. Calls are examined whose callee has the
    /// last name of one of these paths, or has no known name.
    pub calls: fn() -> Vec<&'static str>,
    /// The names of the properties, variables and assignment targets at which it may be found, in any case.
    pub keys: fn() -> Vec<&'static str>,
    /// Returns whether it may be found at a name that `keys` does not list. `None`: at listed names only; at any name
    /// if none is listed.
    pub is_key: Option<fn(&str) -> bool>,
    /// The words of which the text must contain one. Empty: any text.
    pub words: fn() -> Vec<&'static str>,
}

impl FactFilters {
    /// No filters: all nodes of its types are examined.
    pub(crate) const NONE: Self = Self { calls: Vec::new, keys: Vec::new, is_key: None, words: Vec::new };
}

/// The facts that are looked for, indexed by the nodes at which they may be found. A set of facts has a bit for each.
pub(crate) struct Facts {
    all: Vec<Fact>,
    /// The search for the words of each fact; `None` for those that any text may have.
    words: Vec<OnceLock<Option<Searcher>>>,
    /// The facts at nodes of each type; indexed by type.
    on: Vec<u32>,
    /// The facts at calls, by the last name of the callee.
    calls: FxHashMap<&'static str, u32>,
    /// The facts at names, by the name in lower case.
    keys: FxHashMap<Box<str>, u32>,
    /// The facts at names of a length that begin with a letter: most names have none, and need not be looked up.
    begun: Box<[[u32; Self::MAX_KEY_BYTES + 1]; 1 << Self::LETTER_BITS]>,
    /// The facts that may be found at any name.
    of_any_key: u32,
}

impl Default for Facts {
    fn default() -> Self {
        Self::of(&[])
    }
}

impl Facts {
    /// The longest name that may be listed, in bytes.
    const MAX_KEY_BYTES: usize = 40;
    /// The bits of a character that are the same for a letter in both cases and tell letters apart.
    const LETTER_BITS: usize = 5;
    /// The shortest text that a fact is about, in bytes: an address with a password.
    const MIN_TEXT_BYTES: usize = 8;

    pub(crate) fn of(all: &[Fact]) -> Self {
        let mut facts = Self {
            all: all.to_vec(),
            words: vec![OnceLock::new(); all.len()],
            on: vec![0; 1 << u8::BITS],
            calls: FxHashMap::default(),
            keys: FxHashMap::default(),
            begun: Box::new([[0; Self::MAX_KEY_BYTES + 1]; 1 << Self::LETTER_BITS]),
            of_any_key: 0,
        };
        for (at, fact) in all.iter().enumerate() {
            let bit = 1_u32 << at;
            fact.on.iter().for_each(|&ty| facts.on[ty as usize] |= bit);
            for path in (fact.filters.calls)() {
                *facts.calls.entry(last_name(path)).or_default() |= bit;
            }
            let keys = (fact.filters.keys)();
            if keys.is_empty() && fact.filters.is_key.is_none() {
                facts.of_any_key |= bit;
            }
            for key in keys {
                debug_assert!(key.len() <= Self::MAX_KEY_BYTES, "{key}");
                *facts.keys.entry(key.to_ascii_lowercase().into()).or_default() |= bit;
                facts.begun[Self::letter(key)][key.len()] |= bit;
            }
        }
        facts
    }

    /// Returns the facts that are looked for at nodes of a type.
    #[inline]
    pub(super) fn on(&self, ty: AstType) -> u32 {
        self.on[ty as usize]
    }

    /// Returns the facts that may be found at a call of this name.
    pub(super) fn of_call(&self, name: &str) -> u32 {
        self.calls.get(name).copied().unwrap_or_default()
    }

    /// Returns the row of `begun` for a name.
    fn letter(name: &str) -> usize {
        name.as_bytes().first().map_or(0, |&first| usize::from(first) & ((1 << Self::LETTER_BITS) - 1))
    }

    /// Returns those of `facts` that may be found at a name.
    fn of_key(&self, facts: u32, name: &str) -> u32 {
        let mut found = facts & self.of_any_key;
        let may_be_listed = self.begun[Self::letter(name)].get(name.len()).is_some_and(|begun| begun & facts != 0);
        if may_be_listed {
            let mut small = [0; Self::MAX_KEY_BYTES];
            let small = &mut small[..name.len()];
            small.copy_from_slice(name.as_bytes());
            small.make_ascii_lowercase();
            let listed = std::str::from_utf8(small).ok().and_then(|small| self.keys.get(small));
            found |= facts & listed.copied().unwrap_or_default();
        }
        for at in bits(facts & !found) {
            if self.all[at].filters.is_key.is_some_and(|is_key| is_key(name)) {
                found |= 1 << at;
            }
        }
        found
    }

    /// Returns those of `facts` that may be found at a node of their type. Objects and their properties are for
    /// [`at_object`](Self::at_object).
    pub(super) fn at(&self, node: Node<'_>, facts: u32) -> u32 {
        let of_key = |facts: u32, key: Option<&str>| key.map_or(0, |key| self.of_key(facts, key));
        match node.ast() {
            AstKind::VariableDeclarator(_) => of_key(facts, node.declared().and_then(Node::name)),
            AstKind::AssignmentExpression(_) => {
                let left = node.left();
                let property = left.and_then(Node::property);
                let name = left.and_then(Node::name).or_else(|| property?.name().or_else(|| property?.string()));
                of_key(facts, name)
            }
            AstKind::StringLiteral(text) if text.value.len() < Self::MIN_TEXT_BYTES => 0,
            _ => facts,
        }
    }

    /// Returns the facts that may be found at an object. Adds those that may be found at its properties to `below`, and
    /// calls `each_key` with the name of each.
    pub(super) fn at_object(
        &self,
        object: Node<'_>,
        below: &mut FxHashMap<NodeId, u32>,
        mut each_key: impl FnMut(&str),
    ) -> u32 {
        let (here, at_property) = (self.on(AstType::ObjectExpression), self.on(AstType::ObjectProperty));
        let mut found = here & self.of_any_key;
        for property in object.properties().iter() {
            let Some(key) = property.key_text() else { continue };
            each_key(&key);
            let of_key = self.of_key(here | at_property, &key);
            found |= of_key & here;
            if of_key & at_property != 0 {
                below.insert(property.id(), of_key & at_property);
            }
        }
        found
    }

    /// Looks for `facts` at a node, and adds those that it finds.
    pub(super) fn find<'a>(&self, flow: &mut Flow<'a>, node: Node<'a>, facts: u32, found: &mut Vec<FactFound>) {
        for at in bits(self.in_text(flow, facts)) {
            let fact = &self.all[at];
            let here = (fact.check)(flow, node).filter(|_| !is_never_taken(node));
            found.extend(here.map(|it| FactFound { rule: fact.rule, ..it }));
        }
    }

    /// Returns those of `facts` that the text may hold, by the words that they ask for.
    pub(super) fn in_text(&self, flow: &mut Flow<'_>, facts: u32) -> u32 {
        bits(facts).filter(|&at| self.may_be_in(flow, at)).fold(0, |held, at| held | 1 << at)
    }

    /// Returns whether the text may hold a fact, by the words that it asks for.
    fn may_be_in(&self, flow: &mut Flow<'_>, at: usize) -> bool {
        let words = self.words[at].get_or_init(|| Searcher::new((self.all[at].filters.words)()));
        let Some(words) = words.as_ref().filter(|_| flow.is_filtered) else { return true };
        let bit = 1 << at;
        if flow.words_sought & bit == 0 {
            flow.words_sought |= bit;
            let source = flow.tree.source();
            if has_escaped_identifiers(source) || words.find(source).is_some() {
                flow.words_held |= bit;
            }
        }
        flow.words_held & bit != 0
    }
}

/// Returns the indices of the bits of a set.
fn bits(mut set: u32) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let at = (set != 0).then(|| set.trailing_zeros() as usize)?;
        set &= set - 1;
        Some(at)
    })
}

/// A function that examines one node and returns the weakness there.
pub(super) type FactCheck = for<'a> fn(&mut Flow<'a>, Node<'a>) -> Option<FactFound>;

/// A weakness that a fact proves.
#[derive(Clone, Debug)]
pub(crate) struct FactFound {
    pub rule: &'static str,
    pub node: NodeId,
    pub message_id: &'static str,
    /// The weakness in the Common Weakness Enumeration.
    pub cwe: u16,
    /// The weakness in words, naming the code's own identifiers; no full stop.
    pub what: String,
    /// The advice on how to repair it.
    pub fix: String,
    pub steps: Vec<ProofStep>,
    /// The attack that it enables.
    pub attack: String,
    /// True if it is a matter of hygiene: no attack exploits it.
    pub is_note: bool,
}

impl FactFound {
    /// Returns a weakness at a node, which is the first place of its evidence.
    pub(crate) fn at(node: Node<'_>, message_id: &'static str, cwe: u16) -> Self {
        Self {
            rule: "",
            node: node.id(),
            message_id,
            cwe,
            what: String::new(),
            fix: String::new(),
            steps: Vec::new(),
            attack: String::new(),
            is_note: false,
        }
    }

    /// Makes it a remark: hygiene, and no weakness that anybody exploits.
    #[must_use]
    pub(crate) fn note(mut self) -> Self {
        self.is_note = true;
        self
    }

    #[must_use]
    pub(crate) fn what(mut self, what: impl Into<String>) -> Self {
        self.what = what.into();
        self
    }

    #[must_use]
    pub(crate) fn fix(mut self, fix: impl Into<String>) -> Self {
        self.fix = fix.into();
        self
    }

    /// Adds a place that the evidence names.
    #[must_use]
    pub(crate) fn step(mut self, node: Node<'_>, text: impl Into<String>) -> Self {
        self.steps.push(ProofStep { span: node.span(), text: text.into() });
        self
    }

    /// Says the attack that the fact enables.
    #[must_use]
    pub(crate) fn attack(mut self, attack: impl Into<String>) -> Self {
        self.attack = attack.into();
        self
    }
}
