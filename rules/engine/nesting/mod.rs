//! Bounds on how deep a text nests, computed from its bytes before a recursive parser reads it.
//!
//! The parser, the semantic analysis and some rules recurse for each level of nesting, so a text decides how much stack
//! they need. No text that is parsed may overflow it. There are two upper bounds: the number of tokens, which holds for
//! any text, and the [`Nesting`], which holds where its tokens are certainly the parser's. Ordinary JavaScript is first
//! read by [`coarse_nesting`], in half the time.

mod coarse;
mod lookahead;
mod marks;
mod scanner;
mod word;

pub(super) use self::coarse::coarse_nesting;
use self::{scanner::Scanner, word::is_word};
use crate::parse::{LOOK_AHEAD_BYTES, Language, RETRY_BYTES};

/// The nesting of a text, computed from its tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Nesting {
    /// The greatest depth to which brackets, operators and statements nest.
    pub depth: usize,
    /// The parser certainly sees the same JavaScript tokens, and so nests no deeper. Where, for example, a slash may
    /// begin a regular expression or divide, the tokens may differ and hide any depth.
    pub is_certain: bool,
    /// The bytes that may be read again, counted each time: see [`RETRY_BYTES`].
    pub reread_bytes: usize,
    /// The depth to which patterns and types with values in them nest: default values, computed keys.
    pub values: usize,
}

/// Returns whether more than `bytes` may be read again, if every parenthesis of a text and, where there are types,
/// every angle bracket causes rereading.
pub(super) fn may_reread(source: &str, language: Language, bytes: usize) -> bool {
    let cost = |brackets: usize| brackets.saturating_mul(source.len() + RETRY_BYTES * brackets);
    // Parameters have at least one byte in them, so short texts need no counting.
    cost(source.len() / 2) > bytes && cost(brackets(source, language).count()) > bytes
}

/// Returns the offsets of opening parentheses and, where there are types, of angle brackets: everything that may make
/// the parser read again.
pub(super) fn brackets(source: &str, language: Language) -> impl Iterator<Item = usize> {
    let angle = if language.is_typescript() { b'<' } else { b'(' };
    memchr::memchr2_iter(b'(', angle, source.as_bytes())
}

/// Returns an upper bound on the levels of a text: each takes a word or a punctuation mark of its own. It is far too
/// high, and fast.
pub(super) fn most_levels(source: &str) -> usize {
    /// The bytes whose counts are summed in one byte: few enough not to overflow, and many at a time.
    const CHUNK_BYTES: usize = 128;
    let is_space = |byte: u8| (byte == b' ') | (byte == b'\n') | (byte == b'\r') | (byte == b'\t');
    let begins = |(&before, &byte): (&u8, &u8)| u8::from(!is_space(byte) & !(is_word(byte) & is_word(before)));
    let Some((_, rest)) = source.as_bytes().split_first() else { return 0 };
    let pairs = source.as_bytes().chunks(CHUNK_BYTES).zip(rest.chunks(CHUNK_BYTES));
    pairs.map(|(before, bytes)| usize::from(before.iter().zip(bytes).map(begins).sum::<u8>())).sum::<usize>() + 1
}

/// Computes the nesting of a text.
pub(super) fn nesting(source: &str, language: Language) -> Nesting {
    Scanner::new(source, language).run()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_and_every_mark_counts_and_every_byte_beyond_ascii() {
        let cases = [("", 0), ("a", 1), (" a", 2), ("((a))", 5), ("new new a", 3), ("a+\n  b1_é", 5), ("\t\n", 1)];
        for (text, levels) in cases {
            assert_eq!(most_levels(text), levels, "{text:?}");
        }
        assert_eq!(most_levels(&"(".repeat(1000)), 1000);
        assert_eq!(most_levels(&"new ".repeat(1000)), 1000);
    }
}
