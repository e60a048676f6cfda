//! Which rules apply, how severely, with which options.

use std::sync::{Arc, OnceLock};

use rustc_hash::FxHashMap;
use serde_json::Value;
use thiserror::Error;

use super::{
    Severity,
    inline_config::parse_relaxed,
    presets::{self, PRESETS},
    registry::{Entry, Prototype, entries, entry},
};
use crate::estree::{Kind, Node};

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
    plan: OnceLock<Arc<Plan>>,
}

#[derive(Clone)]
struct Configured {
    entry: &'static Entry,
    severity: Severity,
    options: Vec<Value>,
    prototype: Arc<dyn Prototype>,
}

impl RuleSet {
    /// No rules.
    pub fn new() -> Self {
        Self::default()
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
        let prototype = entry.build(options).map_err(|reason| ConfigError::Options { id: entry.meta.id, reason })?;
        let at = self.rules.iter().position(|rule| rule.entry.meta.id == id);
        let configured = severity.map(|severity| Configured { entry, severity, options: options.to_vec(), prototype });
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

    pub(super) fn prototypes(&self) -> impl Iterator<Item = &dyn Prototype> {
        self.rules.iter().map(|rule| &*rule.prototype)
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

/// A set of rules, by their places among those configured.
pub(super) type RuleMask = u128;

/// What is worked out once from a set of rules so that a text costs as little as can be.
pub(super) struct Plan {
    pub rules: Vec<(&'static str, Severity)>,
    /// By kind: the rules that look at nodes of it.
    on: [RuleMask; Kind::COUNT],
    /// The rules that look at calls whatever is called.
    any_call: RuleMask,
    /// By what is called: the rules that look at such calls alone.
    calls: FxHashMap<&'static str, RuleMask>,
    /// The rules without a list of words.
    always: RuleMask,
    /// All rules.
    all: RuleMask,
    /// The words of the others.
    words: WordScan,
}

impl Plan {
    fn new(set: &RuleSet) -> Self {
        let mut on = [0; Kind::COUNT];
        let mut any_call = 0;
        let mut calls = FxHashMap::default();
        let mut always = 0;
        let mut words = WordScan::default();
        for (index, rule) in set.rules.iter().enumerate() {
            let meta = rule.entry.meta;
            let bit: RuleMask = 1 << index;
            for &kind in meta.on {
                on[kind as usize] |= bit;
            }
            // Options may name further functions and words.
            let filtered = rule.options.is_empty();
            if filtered && !meta.calls.is_empty() {
                meta.calls.iter().for_each(|name| *calls.entry(*name).or_default() |= bit);
            } else {
                any_call |= bit;
            }
            // A word that is too short for the scan is in nearly every text anyway.
            if filtered && !meta.words.is_empty() && meta.words.iter().all(|word| word.len() >= GRAM) {
                meta.words.iter().for_each(|word| words.add(word, bit));
            } else {
                always |= bit;
            }
        }
        let all = (0..set.rules.len()).fold(0, |all, index| all | 1 << index);
        Self { rules: set.rules().collect(), on, any_call, calls, always, all, words }
    }

    /// The rules to call on entering a node.
    #[inline]
    pub fn on(&self, kind: Kind, node: Node<'_>) -> RuleMask {
        let rules = self.on[kind as usize];
        if matches!(kind, Kind::CallExpression | Kind::NewExpression) { rules & self.calling(node) } else { rules }
    }

    /// The rules that look at calls of what this one calls.
    fn calling(&self, call: Node<'_>) -> RuleMask {
        let callee = call.callee();
        match callee.and_then(|callee| callee.identifier().or_else(|| callee.property_identifier())) {
            Some(name) => self.any_call | self.calls.get(name).copied().unwrap_or(0),
            None => RuleMask::MAX,
        }
    }

    /// The rules that this text can make fire.
    pub fn awake(&self, source: &str) -> RuleMask {
        if self.always == self.all || hides_words(source) {
            return self.all;
        }
        self.words.found_in(source.as_bytes(), self.always, self.all)
    }
}

/// How many bytes of a word the scan looks at together.
const GRAM: usize = 4;

/// The bits of the set of grams; of a hundred words, few strangers share a bit.
const GRAM_BITS: u32 = 14;

/// Finds which of some hundred words a text holds, in whatever case. It costs a few instructions a byte
/// and next to nothing to build, where an automaton costs twice as much, and more to build than one
/// text takes to analyze.
#[derive(Default)]
struct WordScan {
    /// A bit for the hash of each word's first four bytes.
    grams: Grams,
    /// By a word's first four bytes: the words, each with the rules that it switches on.
    words: FxHashMap<u32, Vec<(&'static str, RuleMask)>>,
}

struct Grams([u64; 1 << (GRAM_BITS - 6)]);

impl Default for Grams {
    fn default() -> Self {
        Self([0; 1 << (GRAM_BITS - 6)])
    }
}

impl Grams {
    /// The word and the bit in it that stand for a gram.
    fn place(gram: u32) -> (usize, u64) {
        // Knuth's multiplicative hash: the upper bits are the good ones.
        let hash = gram.wrapping_mul(0x9E37_79B1) >> (32 - GRAM_BITS);
        (hash as usize / 64, 1 << (hash % 64))
    }

    fn insert(&mut self, gram: u32) {
        let (at, bit) = Self::place(gram);
        self.0[at] |= bit;
    }

    fn may_hold(&self, gram: u32) -> bool {
        let (at, bit) = Self::place(gram);
        self.0[at] & bit != 0
    }
}

/// Four bytes as one number, letters in lower case. What else it makes alike, comparing tells apart.
fn gram(bytes: [u8; GRAM]) -> u32 {
    u32::from_le_bytes(bytes) | 0x2020_2020
}

impl WordScan {
    fn add(&mut self, word: &'static str, rules: RuleMask) {
        let first = gram(*word.as_bytes().first_chunk().expect("shorter words are not looked for"));
        self.grams.insert(first);
        let words = self.words.entry(first).or_default();
        match words.iter_mut().find(|(known, _)| known.eq_ignore_ascii_case(word)) {
            Some((_, known)) => *known |= rules,
            None => words.push((word, rules)),
        }
    }

    /// Adds the rules of all words that are in the text to `found`; stops when these are `all`.
    fn found_in(&self, text: &[u8], mut found: RuleMask, all: RuleMask) -> RuleMask {
        for (at, window) in text.array_windows::<GRAM>().enumerate() {
            let gram = gram(*window);
            if self.grams.may_hold(gram)
                && let Some(words) = self.words.get(&gram)
            {
                for (word, rules) in words {
                    if text[at..].get(..word.len()).is_some_and(|text| text.eq_ignore_ascii_case(word.as_bytes())) {
                        found |= rules;
                    }
                }
                if found == all {
                    break;
                }
            }
        }
        found
    }
}

/// Whether an escape, or an entity in a tag, may spell a word otherwise than in its own letters
/// (`\u0071uery`, `&#113;uery`).
fn hides_words(source: &str) -> bool {
    let bytes = source.as_bytes();
    memchr::memchr2_iter(b'\\', b'&', bytes).any(|at| match bytes[at] {
        b'&' => bytes.get(at + 1) == Some(&b'#'),
        _ => !matches!(bytes.get(at + 1), Some(b'n' | b'r' | b't' | b'\\' | b'\'' | b'"' | b'`' | b'/' | b'$') | None),
    })
}
