//! Regular expressions from options. A comment in the code may give them too, so their cost is counted.

use std::sync::OnceLock;

use regex::{Regex, RegexBuilder};
use regex_syntax::hir::{Class, Hir, HirKind};

use super::pattern::translate;
use crate::estree::{TooMuch, Tree};

/// The states of the automaton of the largest pattern.
const MAX_STATES: usize = 10_000;

/// The steps counted to compile one state.
const STEPS_PER_STATE: usize = 50;

/// The states of an automaton that one step tries with a byte, at worst.
const STATES_PER_STEP: usize = 8;

/// The steps that a match counts however short the text is.
const STEPS_PER_MATCH: usize = 4;

/// The bytes of a pattern's compiled form.
const MAX_COMPILED_BYTES: usize = 8 << 20;
/// The bytes of a pattern's cache.
const MAX_CACHE_BYTES: usize = 128 << 10;

/// A JavaScript regular expression that an option gives.
///
/// It is compiled at the first match; compiling and matching count as steps of the text's tree.
pub struct OptionPattern {
    translated: String,
    states: usize,
    compiled: OnceLock<Option<Regex>>,
}

impl OptionPattern {
    /// Makes the pattern of JavaScript's `/source/`, or `/source/i`.
    ///
    /// # Errors
    ///
    /// The error in the source, in words. Look-around and back-references are refused, since they cannot be matched in
    /// linear time, as is a pattern whose automaton is too large.
    pub fn new(source: &str, ignore_case: bool) -> Result<Self, String> {
        let translated = translate(source, ignore_case)?;
        let hir = regex_syntax::parse(&translated).map_err(|error| error.to_string())?;
        let states = states(&hir);
        if states > MAX_STATES {
            return Err(format!("the pattern is too large: it makes about {states} states, more than {MAX_STATES}"));
        }
        Ok(Self { translated, states, compiled: OnceLock::new() })
    }

    /// Matches as JavaScript's `pattern.test(text)`; the steps count as this tree's.
    ///
    /// # Panics
    ///
    /// With [`TooMuch::OptionSteps`] where a comment's options take too many steps.
    pub fn is_match(&self, text: &str, tree: &Tree<'_>) -> bool {
        let compiled = self.compiled.get_or_init(|| {
            tree.count_option_steps(self.states.saturating_mul(STEPS_PER_STATE));
            let mut builder = RegexBuilder::new(&self.translated);
            builder.size_limit(MAX_COMPILED_BYTES).dfa_size_limit(MAX_CACHE_BYTES).build().ok()
        });
        tree.count_option_steps(STEPS_PER_MATCH + text.len().saturating_mul(self.states) / STATES_PER_STEP);
        match compiled {
            Some(regex) => regex.is_match(text),
            // The estimate of its states was too low.
            None => TooMuch::OptionSteps(MAX_STATES).give_up(),
        }
    }
}

/// Makes an [`OptionPattern`] from an option's value.
///
/// # Errors
///
/// The name and value of the option, and the error in it.
pub fn option_regex(option: &str, source: &str, ignore_case: bool) -> Result<OptionPattern, String> {
    OptionPattern::new(source, ignore_case).map_err(|error| format!("`{option}` holds /{source}/: {error}"))
}

/// Makes an [`OptionPattern`] from each value of an option.
///
/// # Errors
///
/// Those of the first wrong value, as [`option_regex`] says them.
pub fn option_regexes(option: &str, sources: &[String], ignore_case: bool) -> Result<Vec<OptionPattern>, String> {
    sources.iter().map(|source| option_regex(option, source, ignore_case)).collect()
}

/// Estimates the number of states of an expression's automaton.
fn states(expression: &Hir) -> usize {
    /// The states of a range of characters beyond ASCII, whose bytes are matched one by one.
    const STATES_PER_RANGE: usize = 12;
    match expression.kind() {
        HirKind::Empty | HirKind::Look(_) => 1,
        HirKind::Literal(literal) => literal.0.len(),
        HirKind::Class(Class::Bytes(_)) => 1,
        HirKind::Class(Class::Unicode(class)) => {
            class.ranges().iter().map(|range| if range.end().is_ascii() { 1 } else { STATES_PER_RANGE }).sum()
        }
        HirKind::Capture(capture) => states(&capture.sub).saturating_add(2),
        HirKind::Concat(parts) => parts.iter().map(states).fold(0, usize::saturating_add),
        HirKind::Alternation(parts) => parts.iter().map(states).fold(parts.len(), usize::saturating_add),
        HirKind::Repetition(repetition) => {
            let copies = repetition.max.unwrap_or(repetition.min.saturating_add(1)).max(1) as usize;
            states(&repetition.sub).saturating_add(1).saturating_mul(copies)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_size_of_a_pattern_is_what_its_repetitions_multiply_to() {
        assert!(OptionPattern::new("(.{100}){60}a0", false).err().unwrap().contains("too large"));
        assert!(OptionPattern::new("((((a{99}){99}){99}){99}){99}", false).err().unwrap().contains("too large"));
        assert!(OptionPattern::new("[^\"]{1,200}", false).is_ok());
    }

    #[test]
    fn every_pattern_that_is_taken_compiles() {
        for source in ["[^]{99}", ".{360}", "[\\W\\D\\S]{300}", "(?:a|é|😀|[^x]){200}", "(?:a?){2000}", "a{3000}"] {
            let pattern = OptionPattern::new(source, true).unwrap_or_else(|error| panic!("{source}: {error}"));
            let mut builder = RegexBuilder::new(&pattern.translated);
            let compiled = builder.size_limit(MAX_COMPILED_BYTES).dfa_size_limit(MAX_CACHE_BYTES).build();
            assert!(compiled.is_ok(), "{source} of {} states", pattern.states);
        }
    }
}
