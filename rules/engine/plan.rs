//! Which rules to call for which nodes of a text, worked out from what rules say that they can fire on.

use std::sync::Arc;

use memchr::memmem::Finder;
use oxc_ast::AstKind;
use oxc_syntax::node::NodeId;
use rustc_hash::{FxHashMap, FxHashSet};

use super::{Meta, RuleSet, Severity, registry, ruleset::Configured};
use crate::estree::{AstType, Node};

/// Rules, by their places among those configured.
type Places = Vec<usize>;

/// What is worked out once from a set of rules so that a text costs as little as can be.
pub(super) struct Plan {
    pub rules: Vec<(&'static str, Severity)>,
    /// The rules themselves, in the same order.
    pub configured: Vec<Arc<dyn registry::Configured>>,
    /// By type: the rules that look at nodes of it.
    on: [Places; TYPES],
    /// By type: whether there are such rules.
    is_looked_at: [bool; TYPES],
    /// The rules that look at calls, and at `new` expressions, whatever is called.
    any_call: [Places; 2],
    /// By what is called: the rules that look at calls, and at `new` expressions, of it.
    calls: FxHashMap<&'static str, [Places; 2]>,
    callees: CalleeSieve,
    strings: StringSieve,
    /// By rule: whether it has no list of words, and can fire on any text.
    on_any_text: Vec<bool>,
    /// The words of the others.
    words: Words,
}

/// More than there are types of nodes.
const TYPES: usize = 256;

/// The two types of nodes that rules tell apart by what is called.
const CALLING: [AstType; 2] = [AstType::CallExpression, AstType::NewExpression];

impl Plan {
    pub fn new(set: &RuleSet) -> Self {
        // Options may name further functions and words.
        let filters_of = |rule: &Configured| {
            if set.unfiltered || !rule.options.is_empty() { &Meta::UNFILTERED } else { rule.entry.meta }
        };
        let calls_of = |rule: &Configured| filters_of(rule).calls;
        let words_of = |rule: &Configured| filters_of(rule).words;
        let looking_at = |node: AstType, is_wanted: &dyn Fn(&Configured) -> bool| -> Places {
            let rules = set.rules.iter().enumerate();
            rules.filter(|(_, rule)| rule.entry.meta.on.contains(&node) && is_wanted(rule)).map(|(at, _)| at).collect()
        };
        let mut on = [const { Places::new() }; TYPES];
        for &node in set.rules.iter().flat_map(|rule| rule.entry.meta.on) {
            on[node as usize] = looking_at(node, &|_| true);
        }
        let names: FxHashSet<_> = set.rules.iter().flat_map(calls_of).copied().collect();
        Self {
            rules: set.rules().collect(),
            configured: set.rules.iter().map(|rule| Arc::clone(&rule.rule)).collect(),
            is_looked_at: on.each_ref().map(|rules| !rules.is_empty()),
            on,
            any_call: CALLING.map(|node| looking_at(node, &|rule| calls_of(rule).is_empty())),
            calls: names
                .into_iter()
                .map(|name| {
                    let is_wanted = |rule: &Configured| calls_of(rule).is_empty() || calls_of(rule).contains(&name);
                    (name, CALLING.map(|node| looking_at(node, &is_wanted)))
                })
                .collect(),
            on_any_text: set.rules.iter().map(|rule| words_of(rule).is_empty()).collect(),
            callees: CalleeSieve::new(set.rules.iter().map(|rule| filters_of(rule).callee_words)),
            strings: StringSieve::new(
                set.rules
                    .iter()
                    .enumerate()
                    .filter(|(_, rule)| rule.entry.meta.on.contains(&AstType::StringLiteral))
                    .map(|(at, rule)| (at, filters_of(rule).string_bytes)),
            ),
            words: Words::new(set.rules.iter().map(words_of)),
        }
    }

    /// Notes a node of a text with each rule to call for it. `hides_words` says of the text whether its words may
    /// be spelled otherwise than they read.
    #[inline]
    pub fn note(&self, id: NodeId, node: Node<'_>, hides_words: bool, nodes: &mut [Vec<NodeId>]) {
        if !self.is_looked_at[node.ast().ty() as usize] {
            return;
        }
        match node.ast() {
            AstKind::CallExpression(_) => self.note_call(id, node, 0, hides_words, nodes),
            AstKind::NewExpression(_) => self.note_call(id, node, 1, hides_words, nodes),
            AstKind::StringLiteral(literal) => {
                self.strings.rules(literal.value.as_bytes()).for_each(|rule| nodes[rule].push(id));
            }
            other => self.on[other.ty() as usize].iter().for_each(|&rule| nodes[rule].push(id)),
        }
    }

    fn note_call(&self, id: NodeId, call: Node<'_>, calling: usize, hides_words: bool, nodes: &mut [Vec<NodeId>]) {
        let Some(callee) = call.callee() else { return };
        let rules = match callee.identifier().or_else(|| callee.property_identifier()) {
            Some(name) => &self.calls.get(name).unwrap_or(&self.any_call)[calling],
            None => &self.on[CALLING[calling] as usize],
        };
        let text = if hides_words { None } else { Some(callee.text()) };
        let slots = self.callees.slots(text);
        for &rule in rules {
            if self.callees.lets_pass(rule, slots) {
                nodes[rule].push(id);
            }
        }
    }

    /// Notes for each rule whether this text can make it fire.
    pub fn wake(&self, source: &str, hides_words: bool, awake: &mut Vec<bool>) {
        awake.clone_from(&self.on_any_text);
        if hides_words {
            awake.fill(true);
        } else {
            self.words.wake(source.as_bytes(), awake);
        }
    }
}

/// How many rules a sieve tells apart.
const SLOTS: usize = u32::BITS as usize;

/// Tells from the text of a callee which rules it may concern, by the three bytes that their words begin
/// with.
struct CalleeSieve {
    /// By rule: its bit, or none where any callee concerns it.
    bits: Vec<u32>,
    /// By the hash of three bytes.
    starts: [u32; 1 << Self::HASH_BITS],
}

impl CalleeSieve {
    const HASH_BITS: u32 = 11;

    /// A longer text is not looked at: those of a chain of calls are all within one another.
    const LONGEST: usize = 128;

    fn new(words: impl Iterator<Item = &'static [&'static str]>) -> Self {
        let mut sieve = Self { bits: Vec::new(), starts: [0; 1 << Self::HASH_BITS] };
        let mut slot = 0;
        for words in words {
            let bit = if words.is_empty() || slot == SLOTS { 0 } else { 1 << slot };
            slot += usize::from(bit != 0);
            sieve.bits.push(bit);
            for word in words {
                let start = word.as_bytes().first_chunk().expect("a callee's words have three bytes or more");
                sieve.starts[Self::place(start)] |= bit;
            }
        }
        sieve
    }

    /// Letters differ in their lower five bits, whatever their case.
    fn place(bytes: &[u8; 3]) -> usize {
        let [first, second, third] = bytes.map(|byte| u32::from(byte & 0x1F));
        let together = first | second << 5 | third << 10;
        // Knuth's multiplicative hash: the upper bits are the good ones.
        (together.wrapping_mul(0x9E37_79B1) >> (u32::BITS - Self::HASH_BITS)) as usize
    }

    /// The bits of the rules that a callee may concern: of all where its text does not tell.
    fn slots(&self, text: Option<&str>) -> u32 {
        match text {
            Some(text) if text.len() <= Self::LONGEST => {
                text.as_bytes().array_windows().fold(0, |slots, start| slots | self.starts[Self::place(start)])
            }
            _ => u32::MAX,
        }
    }

    fn lets_pass(&self, rule: usize, slots: u32) -> bool {
        let bit = self.bits[rule];
        bit == 0 || slots & bit != 0
    }
}

/// Tells from the bytes of a string which rules it concerns.
struct StringSieve {
    /// The rules that look at strings; their bits are in this order.
    rules: Places,
    /// The bits of those that look at any string.
    on_any: u32,
    bytes: [u32; 256],
}

impl StringSieve {
    /// With the rules that look at strings, and the bytes that each looks for.
    fn new(strings: impl Iterator<Item = (usize, &'static [u8])>) -> Self {
        let mut sieve = Self { rules: Vec::new(), on_any: 0, bytes: [0; 256] };
        for (slot, (rule, bytes)) in strings.enumerate() {
            assert!(slot < SLOTS, "a sieve has no room for more rules that look at strings");
            sieve.rules.push(rule);
            if bytes.is_empty() {
                sieve.on_any |= 1 << slot;
            }
            bytes.iter().for_each(|&byte| sieve.bytes[usize::from(byte)] |= 1 << slot);
        }
        sieve
    }

    fn rules(&self, text: &[u8]) -> impl Iterator<Item = usize> {
        let mut slots = text.iter().fold(self.on_any, |slots, &byte| slots | self.bytes[usize::from(byte)]);
        std::iter::from_fn(move || {
            let slot = (slots != 0).then(|| slots.trailing_zeros())?;
            slots &= slots - 1;
            Some(self.rules[slot as usize])
        })
    }
}

/// The words without which rules cannot fire, each with the rules that it wakes.
struct Words(Vec<(Finder<'static>, Places)>);

impl Words {
    /// With the words of each rule.
    fn new(words: impl Iterator<Item = &'static [&'static str]>) -> Self {
        let mut rules: Vec<(&str, Places)> = Vec::new();
        for (rule, &word) in words.enumerate().flat_map(|(rule, words)| words.iter().map(move |word| (rule, word))) {
            match rules.iter_mut().find(|(known, _)| *known == word) {
                Some((_, places)) => places.push(rule),
                None => rules.push((word, vec![rule])),
            }
        }
        Self(rules.into_iter().map(|(word, places)| (Finder::new(word), places)).collect())
    }

    fn wake(&self, text: &[u8], awake: &mut [bool]) {
        for (word, rules) in &self.0 {
            if word.find(text).is_some() {
                rules.iter().for_each(|&rule| awake[rule] = true);
            }
        }
    }
}

/// Whether an escape, or an entity in a tag, may spell a word otherwise than in its own letters
/// (`\u0071uery`, `&#113;uery`).
pub(super) fn hides_words(source: &str) -> bool {
    let bytes = source.as_bytes();
    memchr::memchr2_iter(b'\\', b'&', bytes).any(|at| match bytes[at] {
        b'&' => bytes.get(at + 1) == Some(&b'#'),
        _ => !matches!(bytes.get(at + 1), Some(b'n' | b'r' | b't' | b'\\' | b'\'' | b'"' | b'`' | b'/' | b'$') | None),
    })
}
