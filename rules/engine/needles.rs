//! Searches of nodes' texts for fixed strings, at a cost that does not grow with their nesting.

use std::sync::{
    OnceLock,
    atomic::{AtomicUsize, Ordering},
};

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use memchr::memmem;
use oxc_span::Span;
use rustc_hash::FxHashMap;

use super::Budget;
use crate::estree::contains_ignoring_case;

/// The bytes of the longest text that is searched directly: above it, the index saves more than it costs.
pub const MAX_DIRECT_SEARCH_BYTES: u32 = 512;

/// The bytes of a short text, as names and operators are: an automaton takes longer to start than to search it.
const SHORT_TEXT_BYTES: usize = 96;

/// The words that are searched for one by one at most: as fast as an automaton, and nothing to build.
const MAX_WORDS_ONE_BY_ONE: usize = 3;

/// A set of strings to search for: a `static`, or made from a rule's options.
pub struct Needles {
    words: Words,
    ignore_case: bool,
    starts: OnceLock<Starts>,
    automaton: OnceLock<AhoCorasick>,
    /// Its key in a text's index; zero until first needed.
    key: AtomicUsize,
}

enum Words {
    Static(&'static [&'static str]),
    Given(Vec<String>),
}

/// The first bytes of the words: a text without any of them contains none of the words.
struct Starts {
    /// The words of one byte.
    bytes: [bool; 256],
    has_bytes: bool,
    /// A bit for each low five bits of a second byte, by the low five bits of the first, which are the same for a
    /// letter in either case.
    seconds: [u32; 32],
    /// A bit for each low five bits of a third byte, by those of the second.
    thirds: [u32; 32],
    has_pairs: bool,
    has_longer: bool,
    has_empty: bool,
}

impl Starts {
    fn of(needles: &Needles) -> Self {
        let mut starts = Self {
            bytes: [false; 256],
            has_bytes: false,
            seconds: [0; 32],
            thirds: [0; 32],
            has_pairs: false,
            has_longer: false,
            has_empty: false,
        };
        let bit = |byte: u8| 1 << (byte & 0x1F);
        needles.for_each_word(|word| match *word.as_bytes() {
            [first, second, ref rest @ ..] => {
                starts.seconds[usize::from(first & 0x1F)] |= bit(second);
                starts.thirds[usize::from(second & 0x1F)] |= rest.first().map_or(u32::MAX, |&third| bit(third));
                starts.has_pairs |= rest.is_empty();
                starts.has_longer = true;
            }
            [byte] => {
                starts.has_bytes = true;
                starts.bytes[usize::from(byte)] = true;
                if needles.ignore_case {
                    starts.bytes[usize::from(byte.to_ascii_lowercase())] = true;
                    starts.bytes[usize::from(byte.to_ascii_uppercase())] = true;
                }
            }
            [] => starts.has_empty = true,
        });
        starts
    }

    #[inline]
    fn may_begin(&self, [first, second, third]: [u8; 3]) -> bool {
        let has = |bits: &[u32; 32], at: u8, bit: u8| bits[usize::from(at & 0x1F)] >> (bit & 0x1F) & 1 != 0;
        has(&self.seconds, first, second) && has(&self.thirds, second, third)
    }
}

impl Needles {
    /// Searches for any of `words`, case-sensitively: `text.includes(word)`.
    pub const fn new(words: &'static [&'static str]) -> Self {
        Self::with(Words::Static(words), false)
    }

    /// Searches for any of `words`, ignoring the case of ASCII letters: `text.toLowerCase().includes(word)`.
    pub const fn ignoring_case(words: &'static [&'static str]) -> Self {
        Self::with(Words::Static(words), true)
    }

    /// Makes needles as [`new`](Self::new) does, from the words of an option.
    pub fn of(words: &[String]) -> Self {
        Self::with(Words::Given(words.to_vec()), false)
    }

    /// Makes needles as [`ignoring_case`](Self::ignoring_case) does, from the words of an option.
    pub fn of_ignoring_case(words: &[String]) -> Self {
        Self::with(Words::Given(words.to_vec()), true)
    }

    const fn with(words: Words, ignore_case: bool) -> Self {
        Self { words, ignore_case, starts: OnceLock::new(), automaton: OnceLock::new(), key: AtomicUsize::new(0) }
    }

    /// Returns whether `text` contains one of the words.
    pub fn is_in(&self, text: &str) -> bool {
        if text.len() >= SHORT_TEXT_BYTES {
            return if self.len() <= MAX_WORDS_ONE_BY_ONE {
                self.any_is_in(text)
            } else {
                self.automaton().is_match(text)
            };
        }
        let starts = self.starts.get_or_init(|| Starts::of(self));
        let bytes = text.as_bytes();
        let begins = || {
            let mut threes = bytes.array_windows().enumerate();
            threes.any(|(at, &three)| starts.may_begin(three) && self.begins(&bytes[at..], three[0]))
        };
        let ends = || bytes.last_chunk().is_some_and(|last: &[_; 2]| self.begins(last, last[0]));
        starts.has_empty
            || starts.has_bytes && bytes.iter().any(|&byte| starts.bytes[usize::from(byte)])
            || starts.has_longer && begins()
            || starts.has_pairs && ends()
    }

    /// Returns whether `text` contains one of the words, searching for them one by one.
    fn any_is_in(&self, text: &str) -> bool {
        let mut found = false;
        self.for_each_word(|word| {
            found = found
                || if self.ignore_case {
                    contains_ignoring_case(text, word)
                } else {
                    memmem::find(text.as_bytes(), word.as_bytes()).is_some()
                };
        });
        found
    }

    /// Returns whether a text whose first byte is `first` begins with one of the words.
    #[inline(never)]
    #[expect(clippy::verbose_bit_mask, reason = "a mask of five bits says what is compared")]
    fn begins(&self, text: &[u8], first: u8) -> bool {
        let begins = |word: &[u8]| {
            word.first().is_some_and(|start| (start ^ first) & 0x1F == 0)
                && text.get(..word.len()).is_some_and(|start| {
                    if self.ignore_case { start.eq_ignore_ascii_case(word) } else { start == word }
                })
        };
        match &self.words {
            Words::Static(words) => words.iter().any(|word| begins(word.as_bytes())),
            Words::Given(words) => words.iter().any(|word| begins(word.as_bytes())),
        }
    }

    /// Returns the number of words.
    fn len(&self) -> usize {
        match &self.words {
            Words::Static(words) => words.len(),
            Words::Given(words) => words.len(),
        }
    }

    fn for_each_word(&self, action: impl FnMut(&str)) {
        match &self.words {
            Words::Static(words) => words.iter().copied().for_each(action),
            Words::Given(words) => words.iter().map(String::as_str).for_each(action),
        }
    }

    fn automaton(&self) -> &AhoCorasick {
        self.automaton.get_or_init(|| {
            let mut words = Vec::new();
            self.for_each_word(|word| words.push(word.to_owned()));
            // A deterministic automaton takes longer to build than the texts of a run to search.
            AhoCorasick::builder()
                .kind(Some(AhoCorasickKind::ContiguousNFA))
                .ascii_case_insensitive(self.ignore_case)
                .match_kind(MatchKind::Standard)
                .build(words)
                .expect("a list of a few short words makes an automaton")
        })
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

/// The occurrences of needles in one text, searched for on demand.
#[derive(Default)]
pub(super) struct NeedleIndex {
    /// The occurrences by the needles' key.
    places: FxHashMap<usize, Places>,
}

#[derive(Default)]
struct Places {
    budget: Budget,
    /// The matches' byte ranges, sorted by start.
    matches: Option<Vec<(u32, u32)>>,
}

impl NeedleIndex {
    pub(super) fn clear(&mut self) {
        self.places.clear();
    }

    /// Returns whether `span` of `source` contains one of the needles.
    pub(super) fn contains(&mut self, source: &str, span: Span, needles: &Needles) -> bool {
        if span.size() <= MAX_DIRECT_SEARCH_BYTES {
            return needles.is_in(span.source_text(source));
        }
        let Places { budget, matches } = self.places.entry(needles.key()).or_default();
        if matches.is_none() && budget.allows(span.size(), source) {
            return needles.is_in(span.source_text(source));
        }
        let matches = matches.get_or_insert_with(|| {
            let mut matches: Vec<_> = needles
                .automaton()
                .find_overlapping_iter(source)
                .map(|found| (found.start() as u32, found.end() as u32))
                .collect();
            matches.sort_unstable();
            matches
        });
        let first = matches.partition_point(|&(start, _)| start < span.start);
        // The first match that ends inside decides; a match that extends over the end starts within one word's length
        // of it.
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

    #[test]
    fn short_texts_and_long_ones_are_searched_alike() {
        let needles = Needles::ignoring_case(&["Query", "(", "ab"]);
        let exact = Needles::new(&["Query", "ab"]);
        for (text, found, found_to_the_letter) in
            [("", false, false), ("a", false, false), ("xQUERY", true, false), ("q(", true, false), ("aab", true, true)]
        {
            let long = format!("{text}{}", " ".repeat(SHORT_TEXT_BYTES));
            assert_eq!((needles.is_in(text), needles.is_in(&long)), (found, found), "{text:?}");
            let to_the_letter = (found_to_the_letter, found_to_the_letter);
            assert_eq!((exact.is_in(text), exact.is_in(&long)), to_the_letter, "{text:?}");
        }
    }

    static WORDS: Needles = Needles::new(&["alpha", "pha.beta", "x"]);

    #[test]
    fn a_match_counts_only_when_it_lies_inside() {
        let source = format!("{}alpha.beta{}", " ".repeat(1000), " ".repeat(1000));
        let mut index = NeedleIndex::default();
        let mut holds = |start, end| index.contains(&source, Span::new(start, end), &WORDS);
        // Directly at first, then with the whole text searched.
        for _ in 0..3 {
            assert!(holds(0, 1005));
            assert!(!holds(0, 1004));
            assert!(holds(1001, 2010));
            assert!(!holds(1003, 2010));
        }
    }
}
