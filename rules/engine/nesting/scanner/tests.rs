//! Comparison of the scanner's tokens with the parser's.

use std::panic::{AssertUnwindSafe, catch_unwind};

use oxc_allocator::Allocator;
use oxc_parser::{Kind, ParseOptions, Parser, Token, config::TokensParserConfig};
use proptest::{collection::vec, prelude::*, sample::select};

use super::{super::coarse_nesting, *};

/// Pieces that decide how the text after them is read.
pub(crate) const PIECES: &[&str] = &[
    "a",
    "b",
    " ",
    " ",
    "\n",
    "1",
    "0x1",
    ".5",
    "1.",
    "'c'",
    "`",
    "${",
    "}",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ";",
    ",",
    ":",
    "=",
    "=>",
    "+",
    "++",
    "--",
    "/",
    "/(/",
    "/]/g",
    "/[/]/",
    "/\\(/",
    "/[\\c+'/]/",
    "/=/",
    "*",
    "<",
    "<<",
    ">",
    "!",
    "?",
    "?.",
    ".",
    "...",
    "#p",
    "@",
    "\\u0061",
    "\\u0066or",
    "é",
    "\u{A0}",
    "\u{85}",
    "\u{200B}",
    "\u{2028}",
    "\u{FEFF}",
    "\u{B}",
    "/*\n*/",
    "/**/",
    "//c\n",
    "//\u{2029}",
    "<!--",
    "-->",
    "async",
    "async ",
    "await ",
    "yield ",
    "of ",
    "static ",
    "in ",
    "as ",
    "get ",
    "let ",
    "return ",
    "typeof ",
    "new ",
    "case ",
    "if(a)",
    "for(;;)",
    "while(a)",
    "else ",
    "do ",
    "break\n",
    "continue b\n",
    "debugger\n",
    "function ",
    "class ",
    "extends ",
    "switch(a){",
    "try{",
    "catch{",
    "x=",
    "export default ",
    "import(",
    "'",
    "\"",
    "\\",
];

/// Pieces that may begin an arrow function's parameters, with code in them.
pub(crate) const TRIED: &[&str] = &[
    "(a=function(){",
    "({a=function(){",
    "([a=function(){",
    "(a,b=class{static{",
    "(a=async()=>{",
    "(a=(b)=>{",
    "(a=b=>c=>{",
];

/// Pieces of types, or possibly so.
const TYPES: &[&str] = &[
    "x<",
    "<T,>",
    "<T>",
    ">",
    "?",
    ":",
    "{",
    "{[",
    "{a:b;[",
    "]",
    ")",
    "x as ",
    "infer A extends ",
    "A extends ",
    "keyof ",
    "readonly ",
    "typeof ",
    "|",
    "`${",
    "import('a',{with:",
    "(a:",
    "(@a(",
    "@a(",
    "new(a=",
    "abstract new",
    "():",
    "=>",
    "type A=",
    "interface A{",
    "declare ",
    "enum A{a=",
    "namespace A{",
    "a is ",
    "asserts a is ",
    "satisfies ",
    "<A<",
    "a!",
    "get[",
    "m(a=",
];

/// Pieces of JSX.
const TAGS: &[&str] = &["<a>", "</a>", "<a b={", "<b/>", "<a.b c='\\'>", "<>", "</>", "it's (", "{/* ( */}"];

/// Returns the tokens of a text that the parser reads until it stops.
pub(crate) fn parser_tokens(source: &str, path: &str) -> Option<Vec<Token>> {
    let allocator = Allocator::default();
    let source_type = Language::from_path(path).source_type();
    let options = ParseOptions { parse_regular_expression: false, ..ParseOptions::default() };
    let parser = Parser::new(&allocator, source, source_type).with_options(options).with_config(TokensParserConfig);
    // An assertion about the parser's list of tokens may fail where it stops.
    let parsed = catch_unwind(AssertUnwindSafe(|| parser.parse())).ok()?;
    let is_read = |token: &&Token| !matches!(token.kind(), Kind::Eof | Kind::Undetermined | Kind::JSXText);
    Some(parsed.tokens.iter().filter(is_read).copied().collect())
}

/// Returns the first token that the scanner and the parser read differently, in a text that the scanner is certain
/// about.
fn difference(source: &str, path: &str) -> Option<String> {
    let mut scanner = Scanner::new(source, Language::from_path(path));
    let (mut places, mut slashes) = (Vec::new(), Vec::new());
    while let Some(&byte) = scanner.bytes.get(scanner.at) {
        let start = scanner.at;
        scanner.step(byte);
        places.push(start);
        // A slash may be two divisions with text between them. Text between tags is read together with what is before
        // it.
        if byte == b'/' || scanner.has_tags && matches!(byte, b'>' | b'}' | b'<') {
            slashes.push(start..scanner.at);
        }
    }
    if !scanner.is_certain {
        return None;
    }
    let tokens = parser_tokens(source, path)?;
    let end = tokens.iter().map(|token| token.end() as usize).max().unwrap_or(0);
    let is_seen =
        |place: &usize| places.binary_search(place).is_ok() || slashes.iter().any(|slash| slash.contains(place));
    if let Some(token) = tokens.iter().find(|token| !is_seen(&(token.start() as usize))) {
        return Some(format!("the parser's {:?} at {}", token.kind(), token.start()));
    }
    let is_bracket = |place: &&usize| b"()[]{}'\"`".contains(&source.as_bytes()[**place]);
    let bracket = places
        .iter()
        .take_while(|place| **place < end)
        .filter(is_bracket)
        .find(|place| tokens.binary_search_by_key(*place, |token| token.start() as usize).is_err());
    bracket.map(|place| format!("the scanner's bracket at {place}"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20_000, ..ProptestConfig::default() })]

    #[test]
    fn what_is_certain_is_what_the_parser_reads(pieces in vec(select(PIECES), 1..25)) {
        let source = pieces.concat();
        prop_assert_eq!(difference(&source, "a.js"), None, "{:?}", source);
    }

    #[test]
    fn what_is_certain_of_jsx_is_what_the_parser_reads(
        pieces in vec(prop_oneof![4 => select(PIECES), 1 => select(TAGS)], 1..25)
    ) {
        let source = pieces.concat();
        prop_assert_eq!(difference(&source, "a.jsx"), None, "{:?}", source);
    }
}

/// Returns the bytes that the parser reads for each byte that the scanner predicts (the text, and what is read again),
/// measured by the memory of its tree. The text is the pieces repeated, nested if they leave something open.
fn bytes_read_per_predicted_byte(pieces: &str, layers: usize, language: Language) -> usize {
    /// The bytes of memory that a byte takes at most once it is read.
    const TREE_PER_BYTE: usize = 128;
    let source = pieces.repeat(layers);
    let nesting = Scanner::new(&source, language).run();
    // Text whose time doubles with each level is refused, and uncertain text has a bound of its own.
    if !nesting.is_certain || language.is_typescript() && nesting.values > 4 {
        return 0;
    }
    let allocator = Allocator::default();
    let parser = Parser::new(&allocator, &source, language.source_type());
    let parsed = stacker::grow(256 << 20, || parser.parse());
    assert_eq!(parsed.program.source_text.len(), source.len());
    let coarse = (language == Language::JavaScript).then(|| coarse_nesting(&source, usize::MAX)).flatten();
    let reread_bytes = coarse.map_or(usize::MAX, |coarse| coarse.reread_bytes).min(nesting.reread_bytes);
    allocator.used_bytes() / TREE_PER_BYTE / (source.len() + reread_bytes)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_500, ..ProptestConfig::default() })]

    #[test]
    fn rereading_is_predicted(
        before in vec(prop_oneof![6 => select(PIECES), 1 => select(TAGS)], 0..6),
        tried in select(TRIED),
        behind in vec(select(PIECES), 0..3),
        language in select(&[Language::JavaScript, Language::Jsx])
    ) {
        let pieces = [&before.concat(), tried, &behind.concat()].concat();
        prop_assert_eq!(bytes_read_per_predicted_byte(&pieces, 300, language), 0, "{:?} {:?}", pieces, language);
    }

    #[test]
    fn rereading_of_types_is_predicted(
        pieces in vec(
            prop_oneof![2 => select(PIECES), 2 => select(TYPES), 2 => select(TRIED), 1 => select(TAGS)],
            1..8,
        ),
        language in select(&[Language::TypeScript, Language::Tsx])
    ) {
        let pieces = pieces.concat();
        for layers in [12, 20, 100] {
            let read = bytes_read_per_predicted_byte(&pieces, layers, language);
            prop_assert_eq!(read, 0, "{:?} {} {:?}", pieces, layers, language);
        }
    }
}

#[test]
fn rereading_once_missed_is_predicted() {
    for pieces in [
        "{}(a=function(){",
        "class A{}({a=function(){",
        "var x\n(a=function(){",
        "l:for(;;){break l\n([a=function(){",
        "debugger\n(a=function(){",
        "import 'a'\n(a=class{static{",
    ] {
        assert_eq!(bytes_read_per_predicted_byte(pieces, 300, Language::JavaScript), 0, "{pieces:?}");
    }
    for pieces in [
        "x<(a=",
        "x<y<(a=b<",
        "x<{[",
        "x<(@a(",
        "x<import('a',{with:",
        "x<{get[",
        "x<(a=function(){",
        "x<A<<>(a=(b)=>{",
    ] {
        assert_eq!(bytes_read_per_predicted_byte(pieces, 20, Language::Tsx), 0, "{pieces:?}");
    }
    let behind_a_comment = "(a=function(){\n-->it's (\n";
    assert_eq!(bytes_read_per_predicted_byte(behind_a_comment, 100, Language::TypeScript), 0);
}

#[test]
fn what_was_once_read_differently_is_not_any_more() {
    for source in [
        "new\u{200B}new\u{85}a",
        "class A { static#p() {} }",
        "x = of/ /(/",
        "x = of /=/=/*c*/)",
        "if (1) /=/\u{2028}if (a) b",
        "x = async++/a.p",
        "x = a\n/\u{3000}/=/}",
        "x = .0.x",
        "x = 'a\n(",
        "x = {} / [\\c + '/]/ '] + (a)",
        "while (yield/[\\c])'\u{85}/'",
    ] {
        assert_eq!(difference(source, "a.js"), None, "{source:?}");
    }
    for source in [
        "a << b > (c)",
        "x = as<a>function(){}",
        "<!--{\n;",
        "for (;;) continue l\n<>/</>",
        "t\n/<>x/#</>",
        "<i-n\\u0061/>",
    ] {
        assert_eq!(difference(source, "a.jsx"), None, "{source:?}");
    }
}
