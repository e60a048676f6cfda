//! Which rules apply, how severely, with which options.

use std::{
    num::NonZero,
    sync::{Arc, OnceLock},
};

use rustc_hash::FxHashMap;
use serde_json::Value;
use thiserror::Error;

use super::{
    Severity,
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
    /// The rules that look at calls, and at `new` expressions, whatever is called.
    any_call: [Places; 2],
    /// By what is called: the rules that look at calls, and at `new` expressions, of it.
    calls: FxHashMap<&'static str, [Places; 2]>,
    /// By rule: whether it has no list of words, and can fire on any text.
    on_any_text: Vec<bool>,
    /// The words of the others.
    words: WordScan,
}

/// More than there are types of nodes.
const TYPES: usize = 256;

/// The two types of nodes that rules tell apart by what is called.
const CALLING: [AstType; 2] = [AstType::CallExpression, AstType::NewExpression];

impl Plan {
    fn new(set: &RuleSet) -> Self {
        // Options may name further functions and words.
        let is_filtered = |rule: &Configured| !set.unfiltered && rule.options.is_empty();
        let calls_of = |rule: &Configured| if is_filtered(rule) { rule.entry.meta.calls } else { &[] };
        let words_of = |rule: &Configured| if is_filtered(rule) { rule.entry.meta.words } else { &[] };
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
            on,
            any_call: CALLING.map(|node| looking_at(node, &|rule| calls_of(rule).is_empty())),
            calls: names
                .map(|name| {
                    let is_wanted = |rule: &Configured| calls_of(rule).is_empty() || calls_of(rule).contains(&name);
                    (name, CALLING.map(|node| looking_at(node, &is_wanted)))
                })
                .collect(),
            on_any_text: set.rules.iter().map(|rule| words_of(rule).is_empty()).collect(),
            words: WordScan::new(set.rules.iter().map(words_of)),
        }
    }

    /// The rules to call for a node.
    #[inline]
    pub fn on(&self, node: Node<'_>) -> &[usize] {
        match node.ast().ty() {
            AstType::CallExpression => self.calling(0, node),
            AstType::NewExpression => self.calling(1, node),
            other => &self.on[other as usize],
        }
    }

    fn calling(&self, calling: usize, node: Node<'_>) -> &[usize] {
        let callee = node.callee();
        match callee.and_then(|callee| callee.identifier().or_else(|| callee.property_identifier())) {
            Some(name) => &self.calls.get(name).unwrap_or(&self.any_call)[calling],
            None => &self.on[CALLING[calling] as usize],
        }
    }

    /// Notes for each rule whether this text can make it fire.
    pub fn wake(&self, source: &str, awake: &mut Vec<bool>) {
        awake.clone_from(&self.on_any_text);
        if hides_words(source) {
            awake.fill(true);
        } else {
            self.words.wake(source.as_bytes(), awake);
        }
    }
}

/// How many bytes of a word the scan looks at together.
const GRAM: usize = 4;

/// The bits of the set of grams; of a hundred grams, few strangers share a bit.
const GRAM_BITS: u32 = 14;

/// Finds which of some words a text holds, in whatever case.
///
/// It looks at four bytes in one step and leaves out as many as the shortest word allows, which costs less
/// than an automaton that sees every byte.
#[derive(Default)]
struct WordScan {
    /// A bit for the hash of each four bytes within a word that a step may meet.
    grams: Grams,
    /// By these four bytes: where they stand in which words, and the rules that the words wake.
    words: FxHashMap<u32, Vec<Word>>,
    /// How many bytes are a step: the last in which the shortest word can be met for certain. None: no words.
    step: Option<NonZero<usize>>,
}

struct Word {
    text: &'static [u8],
    gram_at: usize,
    rules: Places,
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
    /// With the words of each rule, of at least four bytes.
    fn new(words: impl Iterator<Item = &'static [&'static str]>) -> Self {
        let words: Vec<_> =
            words.enumerate().flat_map(|(rule, words)| words.iter().map(move |word| (rule, word.as_bytes()))).collect();
        let shortest = words.iter().map(|(_, word)| word.len()).min();
        let step = shortest.map(|shortest| {
            (shortest + 1).checked_sub(GRAM).and_then(NonZero::new).expect("a rule's words have four bytes or more")
        });
        let mut scan = Self { step, ..Self::default() };
        for (rule, word) in words {
            for (gram_at, window) in word.array_windows().enumerate().take(step.map_or(0, NonZero::get)) {
                let gram = gram(*window);
                scan.grams.insert(gram);
                let known = scan.words.entry(gram).or_default();
                match known.iter_mut().find(|known| known.gram_at == gram_at && known.text == word) {
                    Some(known) => known.rules.push(rule),
                    None => known.push(Word { text: word, gram_at, rules: vec![rule] }),
                }
            }
        }
        scan
    }

    fn wake(&self, text: &[u8], awake: &mut [bool]) {
        let Some(step) = self.step else { return };
        let mut at = 0;
        while let Some(window) = text[at..].first_chunk() {
            let (gram, next) = (gram(*window), text.len().min(at + step.get()));
            let at = std::mem::replace(&mut at, next);
            if !self.grams.may_hold(gram) {
                continue;
            }
            for word in self.words.get(&gram).into_iter().flatten() {
                let start = at.checked_sub(word.gram_at);
                let found = start.and_then(|start| text.get(start..start + word.text.len()));
                if found.is_some_and(|found| found.eq_ignore_ascii_case(word.text)) {
                    word.rules.iter().for_each(|&rule| awake[rule] = true);
                }
            }
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_at_every_place_and_in_every_case() {
        let words: [&'static [&'static str]; 3] = [&["release"], &[], &["childprocess", "Release"]];
        let scan = WordScan::new(words.into_iter());
        for shift in 0..9 {
            for (word, expected) in
                [("release", [true, false, true]), ("CHILDprocess", [false, false, true]), ("releas", [false; 3])]
            {
                let mut awake = vec![false; 3];
                scan.wake(format!("{}{word}", "x".repeat(shift)).as_bytes(), &mut awake);
                assert_eq!(awake, expected, "{word} behind {shift} others");
            }
        }
    }
}
