//! Searching the text of nodes for fixed strings, at a cost that does not grow with their nesting.

use std::sync::{
    OnceLock,
    atomic::{AtomicUsize, Ordering},
};

use aho_corasick::{AhoCorasick, MatchKind};
use oxc_span::Span;
use rustc_hash::FxHashMap;

/// Texts up to this many bytes are searched directly: the index would cost more than it saves.
pub(super) const DIRECT: u32 = 512;

/// A set of strings to look for: a `static`, or made from a rule's options.
pub struct Needles {
    words: &'static [&'static str],
    ignore_case: bool,
    automaton: OnceLock<AhoCorasick>,
    /// Its key in the index of a text; zero until it is first needed.
    key: AtomicUsize,
}

impl Needles {
    /// Looks for any of `words`, to the letter: `text.includes(word)`.
    pub const fn new(words: &'static [&'static str]) -> Self {
        Self { words, ignore_case: false, automaton: OnceLock::new(), key: AtomicUsize::new(0) }
    }

    /// Looks for any of `words`, upper and lower case of ASCII letters alike:
    /// `text.toLowerCase().includes(word)`.
    pub const fn ignoring_case(words: &'static [&'static str]) -> Self {
        Self { words, ignore_case: true, automaton: OnceLock::new(), key: AtomicUsize::new(0) }
    }

    /// As [`new`](Self::new), for words that an option gives.
    pub fn of(words: &[String]) -> Self {
        Self { automaton: OnceLock::from(automaton(words, false)), ..Self::new(&[]) }
    }

    /// As [`ignoring_case`](Self::ignoring_case), for words that an option gives.
    pub fn of_ignoring_case(words: &[String]) -> Self {
        Self { automaton: OnceLock::from(automaton(words, true)), ..Self::ignoring_case(&[]) }
    }

    /// Whether `text` holds one of the words.
    pub fn is_in(&self, text: &str) -> bool {
        self.automaton().is_match(text)
    }

    fn automaton(&self) -> &AhoCorasick {
        self.automaton.get_or_init(|| automaton(self.words, self.ignore_case))
    }

    fn key(&self) -> usize {
        static NEXT: AtomicUsize = AtomicUsize::new(1);
        match self.key.load(Ordering::Relaxed) {
            0 => {
                let new = NEXT.fetch_add(1, Ordering::Relaxed);
                match self.key.compare_exchange(0, new, Ordering::Relaxed, Ordering::Relaxed) {
                    Ok(_) => new,
                    Err(earlier) => earlier,
                }
            }
            key => key,
        }
    }
}

fn automaton(words: &[impl AsRef<[u8]>], ignore_case: bool) -> AhoCorasick {
    AhoCorasick::builder()
        .ascii_case_insensitive(ignore_case)
        .match_kind(MatchKind::Standard)
        .build(words)
        .expect("a list of a few short words makes an automaton")
}

/// Where needles stand in one text, filled as it is asked.
#[derive(Default)]
pub(super) struct NeedleIndex {
    /// By needles' key: the matches' byte ranges, sorted by start.
    matches: FxHashMap<usize, Vec<(u32, u32)>>,
}

impl NeedleIndex {
    pub fn clear(&mut self) {
        self.matches.clear();
    }

    /// Whether one of the needles stands within `span` of `source`.
    pub fn contains(&mut self, source: &str, span: Span, needles: &Needles) -> bool {
        if span.size() <= DIRECT {
            return needles.is_in(span.source_text(source));
        }
        let matches = self.matches.entry(needles.key()).or_insert_with(|| {
            let mut matches: Vec<_> = needles
                .automaton()
                .find_overlapping_iter(source)
                .map(|found| (found.start() as u32, found.end() as u32))
                .collect();
            matches.sort_unstable();
            matches
        });
        let first = matches.partition_point(|&(start, _)| start < span.start);
        // The first match inside answers; only those that reach over the end are passed over, and they
        // start within one word's length of it.
        matches[first..].iter().take_while(|&&(start, _)| start < span.end).any(|&(_, end)| end <= span.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_may_come_from_options() {
        let of = |words: &[&str]| Needles::of_ignoring_case(&words.iter().map(ToString::to_string).collect::<Vec<_>>());
        assert!(of(&["Req.", "b"]).is_in("the REQ.body"));
        assert!(!of(&[]).is_in("anything"));
        assert!(of(&[""]).is_in(""), "every text holds the empty word");
        assert!(!Needles::of(&["Req".to_string()]).is_in("req"));
    }

    static WORDS: Needles = Needles::new(&["alpha", "pha.beta", "x"]);

    #[test]
    fn a_match_counts_only_when_it_lies_inside() {
        let source = format!("{}alpha.beta{}", " ".repeat(1000), " ".repeat(1000));
        let mut index = NeedleIndex::default();
        let mut holds = |start, end| index.contains(&source, Span::new(start, end), &WORDS);
        assert!(holds(0, 1005));
        assert!(!holds(0, 1004));
        assert!(holds(1001, 2010));
        assert!(!holds(1003, 2010));
    }
}
