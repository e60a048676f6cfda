//! How deep a text can nest, told from its bytes before a recursive parser meets it.
//!
//! The parser, the semantic analysis and some rules call themselves for each level of nesting, so a text decides how
//! much stack they need. Nothing that is parsed may overflow it. There are two bounds, neither of which is ever below
//! the truth: how many tokens there are, which holds for any text, and what the [`Nesting`] of a text says, which holds
//! where its tokens are certain to be those that the parser will see. Ordinary JavaScript has its [`coarse_nesting`]
//! told first, in half the time.

mod coarse;
mod lookahead;
mod marks;
mod scanner;
mod word;

pub(super) use self::coarse::coarse_nesting;
use self::{scanner::Scanner, word::is_word};
use crate::parse::{LOOK_AHEAD_BYTES, Language, RETRY_BYTES};

/// The nesting of a text, as its tokens tell it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Nesting {
    /// The deepest level of brackets, operators and statements within one another.
    pub depth: usize,
    /// Whether the parser is certain to see the same tokens of JavaScript, so that it stands no deeper. Where a slash
    /// may begin a regular expression or divide, for one, they may differ, and hide any depth.
    pub is_certain: bool,
    /// The number of bytes that may be read again, counted each time: see [`RETRY_BYTES`].
    pub read_again: usize,
    /// The depth to which patterns and types with values in them stand within one another: default values, computed
    /// keys.
    pub values: usize,
}

/// Returns whether more than so many bytes may be read again, because of so many parentheses in a text, and where there
/// are types so many angle brackets, however they stand.
pub(super) fn may_read_again(source: &str, language: Language, bytes: usize) -> bool {
    let cost = |brackets: usize| brackets.saturating_mul(source.len() + RETRY_BYTES * brackets);
    // One that may be parameters has something in it. So short texts need no counting.
    cost(source.len() / 2) > bytes && cost(brackets(source, language).count()) > bytes
}

/// Returns where parentheses open, and where there are types, angle brackets: all that may make the parser read
/// something again.
pub(super) fn brackets(source: &str, language: Language) -> impl Iterator<Item = usize> {
    let angle = if language.is_typescript() { b'<' } else { b'(' };
    memchr::memchr2_iter(b'(', angle, source.as_bytes())
}

/// Returns how many levels a text can nest at the very most: each takes a word or a punctuation mark of its own. Far
/// more than there are, and told in a fraction of the time.
pub(super) fn most_levels(source: &str) -> usize {
    /// The number of bytes that are summed up in one byte: few enough not to overflow, and many at a time.
    const CHUNK: usize = 128;
    let is_space = |byte: u8| (byte == b' ') | (byte == b'\n') | (byte == b'\r') | (byte == b'\t');
    let begins = |(&before, &byte): (&u8, &u8)| u8::from(!is_space(byte) & !(is_word(byte) & is_word(before)));
    let Some((_, rest)) = source.as_bytes().split_first() else { return 0 };
    let pairs = source.as_bytes().chunks(CHUNK).zip(rest.chunks(CHUNK));
    pairs.map(|(before, bytes)| usize::from(before.iter().zip(bytes).map(begins).sum::<u8>())).sum::<usize>() + 1
}

/// Reads the nesting of a text.
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
