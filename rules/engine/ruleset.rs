//! Which rules apply, how severely, with which options.

use std::sync::{Arc, OnceLock};

use memchr::memmem::Finder;
use oxc_ast::AstKind;
use oxc_syntax::node::NodeId;
use rustc_hash::FxHashMap;
use serde_json::Value;
use thiserror::Error;

use super::{
    Meta, Severity,
    inline_config::parse_relaxed,
    presets::{self, PRESETS},
    registry::{self, Entry, entries, entry},
};
use crate::estree::{AstType, Node};

/// Why a configuration is refused.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum ConfigError {
    #[error("there is no rule `{id}`{}", nearest(.id, entries().map(|entry| entry.meta.id)))]
    UnknownRule { id: String },
    #[error("there is no preset `{name}`{}", nearest(.name, PRESETS.iter().map(|preset| preset.name)))]
    UnknownPreset { name: String },
    #[error("`{value}` is no severity: it is \"off\", \"warn\" or \"error\" (0, 1 or 2)")]
    Severity { value: String },
    #[error("`{text}` is not written as `ID: severity` or `ID: [severity, {{ options }}]`: {reason}")]
    Notation { text: String, reason: String },
    #[error("the options of `{id}` are wrong: {reason}")]
    Options { id: &'static str, reason: String },
}

/// Names the candidate that was probably meant, if there is one.
fn nearest<'a>(name: &str, candidates: impl Iterator<Item = &'a str>) -> String {
    candidates
        .map(|candidate| (strsim::damerau_levenshtein(name, candidate), candidate))
        .min()
        .filter(|&(distance, candidate)| distance <= 3 || candidate.ends_with(&format!("/{name}")))
        .map_or_else(String::new, |(_, candidate)| format!("; did you mean `{candidate}`?"))
}

/// The rules to apply, each with its severity and options. Built once, shared by all threads.
#[derive(Clone, Default)]
pub struct RuleSet {
    /// In the order in which they were configured: findings at one place come in this order.
    rules: Vec<Configured>,
    unfiltered: bool,
    plan: OnceLock<Arc<Plan>>,
}

#[derive(Clone)]
struct Configured {
    entry: &'static Entry,
    severity: Severity,
    options: Vec<Value>,
    rule: Arc<dyn registry::Configured>,
}

impl RuleSet {
    /// No rules.
    pub fn new() -> Self {
        Self::default()
    }

    /// The same rules, called for every node of their types in every text: the findings are the same and come
    /// later. Tests hold what rules say they can fire on ([`Meta`](super::Meta)'s `calls` and `words`) against
    /// it.
    #[must_use]
    pub fn unfiltered(mut self) -> Self {
        self.unfiltered = true;
        self.plan = OnceLock::new();
        self
    }

    /// The rules of a preset: `recommended`, `all`, or a plugin's own such as `jwt/strict`.
    ///
    /// # Errors
    ///
    /// [`ConfigError::UnknownPreset`] names the nearest one.
    pub fn preset(name: &str) -> Result<Self, ConfigError> {
        let mut rules = Self::new();
        rules.add_preset(name)?;
        Ok(rules)
    }

    /// Adds the rules of a preset; a rule that is there already takes the preset's severity.
    ///
    /// # Errors
    ///
    /// [`ConfigError::UnknownPreset`] names the nearest one.
    pub fn add_preset(&mut self, name: &str) -> Result<(), ConfigError> {
        let preset = presets::preset(name).ok_or_else(|| ConfigError::UnknownPreset { name: name.to_string() })?;
        for (id, severity) in preset.rules() {
            self.configure(id, Some(severity), &[])?;
        }
        Ok(())
    }

    /// Sets one rule: its severity (`None`: off) and its options, ESLint's array behind the severity.
    ///
    /// # Errors
    ///
    /// No such rule, or options that it does not take.
    pub fn configure(&mut self, id: &str, severity: Option<Severity>, options: &[Value]) -> Result<(), ConfigError> {
        let entry = entry(id).ok_or_else(|| ConfigError::UnknownRule { id: id.to_string() })?;
        let rule = entry.build(options).map_err(|reason| ConfigError::Options { id: entry.meta.id, reason })?;
        let at = self.rules.iter().position(|rule| rule.entry.meta.id == id);
        let configured = severity.map(|severity| Configured { entry, severity, options: options.to_vec(), rule });
        match (configured, at) {
            (Some(configured), Some(at)) => self.rules[at] = configured,
            (Some(configured), None) => self.rules.push(configured),
            (None, Some(at)) => {
                self.rules.remove(at);
            }
            (None, None) => {}
        }
        self.plan = OnceLock::new();
        Ok(())
    }

    /// Sets one rule as ESLint's configuration does: `"error"`, `2`, `["error", { … }]`.
    ///
    /// # Errors
    ///
    /// No such rule, no such severity, or options that the rule does not take.
    pub fn configure_value(&mut self, id: &str, value: &Value) -> Result<(), ConfigError> {
        match value {
            Value::Array(items) if !items.is_empty() => self.configure(id, severity(&items[0])?, &items[1..]),
            value => self.configure(id, severity(value)?, &[]),
        }
    }

    /// Sets rules in the notation of ESLint's `--rule`: `ID: error`, `ID: [error, { option: value }]`,
    /// several with commas between them.
    ///
    /// # Errors
    ///
    /// Where the text is not of that notation, and what [`configure_value`](Self::configure_value) refuses.
    pub fn configure_text(&mut self, text: &str) -> Result<(), ConfigError> {
        let config = parse_relaxed(text).map_err(|reason| ConfigError::Notation { text: text.to_string(), reason })?;
        config.iter().try_for_each(|(id, value)| self.configure_value(id, value))
    }

    /// Sets one rule as a comment in the code does: a severity alone leaves the options as they are.
    pub(super) fn reconfigure(&mut self, id: &str, value: &Value) -> Result<(), ConfigError> {
        let known = self.rules.iter().find(|rule| rule.entry.meta.id == id);
        match value {
            Value::Array(items) if items.len() > 1 => self.configure(id, severity(&items[0])?, &items[1..]),
            value => {
                let alone = match value {
                    Value::Array(items) => items.first().unwrap_or(&Value::Null),
                    value => value,
                };
                let options = known.map_or_else(Vec::new, |rule| rule.options.clone());
                if entry(id).is_none() {
                    return Err(ConfigError::UnknownRule { id: id.to_string() });
                }
                self.configure(id, severity(alone)?, &options)
            }
        }
    }

    /// The ids of the rules that apply, each with its severity.
    pub fn rules(&self) -> impl ExactSizeIterator<Item = (&'static str, Severity)> {
        self.rules.iter().map(|rule| (rule.entry.meta.id, rule.severity))
    }

    pub(super) fn plan(&self) -> &Arc<Plan> {
        self.plan.get_or_init(|| Arc::new(Plan::new(self)))
    }
}

/// ESLint's severity: a word or a number; `None` is off.
pub(super) fn severity(value: &Value) -> Result<Option<Severity>, ConfigError> {
    match value {
        Value::String(word) if word == "off" => Ok(None),
        Value::String(word) if word == "warn" => Ok(Some(Severity::Warn)),
        Value::String(word) if word == "error" => Ok(Some(Severity::Error)),
        Value::Number(number) => match number.as_u64() {
            Some(0) => Ok(None),
            Some(1) => Ok(Some(Severity::Warn)),
            Some(2) => Ok(Some(Severity::Error)),
            _ => Err(ConfigError::Severity { value: number.to_string() }),
        },
        Value::String(word) => Err(ConfigError::Severity { value: word.clone() }),
        other => Err(ConfigError::Severity { value: other.to_string() }),
    }
}

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
    fn new(set: &RuleSet) -> Self {
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
        let names = set.rules.iter().flat_map(calls_of).copied();
        Self {
            rules: set.rules().collect(),
            configured: set.rules.iter().map(|rule| Arc::clone(&rule.rule)).collect(),
            is_looked_at: on.each_ref().map(|rules| !rules.is_empty()),
            on,
            any_call: CALLING.map(|node| looking_at(node, &|rule| calls_of(rule).is_empty())),
            calls: names
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

/// How many rules a sieve tells apart at most; those beyond are let pass.
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
