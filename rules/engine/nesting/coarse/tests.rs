//! Comparison of the marks with the parser's tokens, and of the depth with the scanner's.

use proptest::{collection::vec, prelude::*, sample::select};

use super::{
    super::{
        nesting,
        scanner::tests::{PIECES, TRIED, parser_tokens},
    },
    *,
};
use crate::parse::Language;

const MAX_LEVELS: usize = 10_000;

/// Returns the brackets and quotes that are read one by one, and the ranges that are skipped at once. `None` where this
/// reader cannot read the text.
fn read(source: &str) -> Option<(Vec<usize>, Vec<std::ops::Range<usize>>)> {
    coarse_nesting(source, MAX_LEVELS)?;
    let mut coarse = Coarse::new(source.as_bytes(), MAX_LEVELS);
    let (mut places, mut ranges) = (Vec::new(), Vec::new());
    while let Some(mark) = coarse.marks.next(coarse.at) {
        coarse.step(mark)?;
        if source.as_bytes()[mark] != b'/' {
            places.push(mark);
        }
        // A slash may be two divisions with text between them; a bracket is skipped up to its end where that is near.
        if b"/([{".contains(&source.as_bytes()[mark]) {
            ranges.push(mark..coarse.at);
        }
    }
    Some((places, ranges))
}

/// Returns the first difference between the brackets and quotes read here and the parser's.
fn difference(source: &str) -> Option<String> {
    let (places, ranges) = read(source)?;
    let tokens = parser_tokens(source, "a.js")?;
    let end = tokens.iter().map(|token| token.end() as usize).max().unwrap_or(0);
    let begins: Vec<_> = tokens.iter().map(|token| token.start() as usize).collect();
    let is_bracket = |place: &&usize| b"()[]{}'\"`".contains(&source.as_bytes()[**place]);
    let is_seen =
        |place: &usize| places.binary_search(place).is_ok() || ranges.iter().any(|range| range.contains(place));
    if let Some(place) = begins.iter().filter(is_bracket).find(|place| !is_seen(place)) {
        return Some(format!("the parser's bracket at {place}"));
    }
    let mut before_end = places.iter().take_while(|place| **place < end);
    before_end.find(|place| begins.binary_search(place).is_err()).map(|place| format!("a mark at {place}"))
}

/// Returns both nestings where this reader finds fewer levels than the scanner and the parser reads to the end. The
/// scanner's tests compare rereading with the parser.
fn understatement(source: &str) -> Option<(Nesting, Nesting)> {
    let tokens = stacker::grow(256 << 20, || parser_tokens(source, "a.js"))?;
    let end = tokens.iter().map(|token| token.end() as usize).max()?;
    let (coarse, fine) = (coarse_nesting(source, MAX_LEVELS)?, nesting(source, Language::JavaScript));
    (end == source.len() && fine.is_certain && coarse.depth < fine.depth).then_some((coarse, fine))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20_000, ..ProptestConfig::default() })]

    #[test]
    fn marks_are_what_the_parser_reads(pieces in vec(select(PIECES), 1..25)) {
        let source = pieces.concat();
        prop_assert_eq!(difference(&source), None, "{:?}", source);
    }

    #[test]
    fn marks_tell_no_less_than_the_scanner(
        pieces in vec(prop_oneof![4 => select(PIECES), 1 => select(TRIED)], 1..25), times in select(&[1, 1, 3, 100])
    ) {
        let source = pieces.concat().repeat(times);
        prop_assert_eq!(understatement(&source), None, "{:?}", &source[..source.len().min(100)]);
    }
}

#[test]
fn ordinary_code_needs_only_its_marks() {
    let nests = |source: &str| coarse_nesting(source, MAX_LEVELS).is_some();
    for piece in [
        "const a = `${b}/${c}`;\n",
        "if (a < b / 2) { c(/[\"']/, d / 2) } else { e = [f, ...g] }\n",
        "h(i)\nj = 'k'\n",
        "// it's\nl({ m: n => ({ n }), /* o( */ p: /q(/ })\n",
    ] {
        assert!(nests(&piece.repeat(10_000)), "{piece}");
    }
    // The parser does not recurse for these.
    assert!(coarse_nesting(&format!("`{}`", "${a} ".repeat(100_000)), usize::MAX).is_some());
    assert!(nests(&format!("a = {{{}}}", "b: function () { c() },\n'd': 'e',\n".repeat(10_000))));
}

#[test]
fn what_nests_near_the_limit_takes_more_than_marks() {
    let nests = |source: &str| coarse_nesting(source, MAX_LEVELS).is_some();
    for piece in ["(", "[", "{a:", "`${", "a(", "a=>", "!", "a?b:", "if(a){}else ", "a+", "class extends a{},", "new "]
    {
        assert!(!nests(&piece.repeat(10_000)), "{piece}");
    }
    for text in ["a = \\u0061", "@a class b {}", "a <!-- b", "a\rb", "#!a"] {
        assert!(!nests(text), "{text}");
    }
}
