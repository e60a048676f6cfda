//! The appearance of text that is not code: prose, a patch, another language.

use std::sync::{LazyLock, OnceLock};

use regex::bytes::{Regex, RegexBuilder};

/// Returns whether the first non-blank line opens a fence.
pub(super) fn begins_with_fence(source: &str) -> bool {
    source.trim_start().lines().next().is_some_and(is_fence)
}

/// Returns whether some line opens or closes a fence.
pub(super) fn has_fence(source: &str) -> bool {
    source.lines().any(is_fence)
}

/// Returns whether a line is a fence, even in a quote or a list.
pub(super) fn is_fence(line: &str) -> bool {
    let line = line.trim_start_matches([' ', '\t', '>', '\u{FEFF}']);
    line.starts_with("```") && !line[3..].trim_start_matches('`').contains('`') || line.starts_with("~~~")
}

/// Returns whether a text is a change to other code: a unified diff, with or without its head, an `apply_patch`
/// envelope, or search-and-replace blocks.
pub(super) fn is_patch(source: &str) -> bool {
    let mut filled = source.lines().filter(|line| !line.trim().is_empty());
    let Some(first) = filled.next() else { return false };
    // The file name is before the first block to search for.
    let is_search = |line: &str| line.starts_with("<<<<<<< ");
    if ["diff --git ", "*** Begin Patch", "Index: "].iter().any(|head| first.starts_with(head))
        || is_search(first)
        || filled.next().is_some_and(is_search)
    {
        return true;
    }
    if !first.starts_with(['-', '+', ' ', '\t', '@']) {
        return false;
    }
    let (mut gone, mut come) = (false, false);
    for line in source.lines() {
        match line.as_bytes().first() {
            // Every line of a list has a space after its marker; a changed line rarely does, if the code has no margin.
            Some(b'-') => gone = true,
            Some(b'+') => come = true,
            None | Some(b' ' | b'\t' | b'@' | b'\\') => {}
            Some(_) => return false,
        }
    }
    gone && come
}

/// How a line of another language begins.
struct Sign {
    /// The first letters of such a line, in lower case.
    starts: &'static [&'static str],
    /// The beginning of the line.
    beginning: &'static str,
    /// Compiled for the first text that has a line with these letters.
    pattern: OnceLock<Regex>,
}

impl Sign {
    const fn new(starts: &'static [&'static str], beginning: &'static str) -> Self {
        Self { starts, beginning, pattern: OnceLock::new() }
    }

    fn is_in(&self, source: &str) -> bool {
        let starts = |line: &[u8], start: &str| {
            line.get(..start.len()).is_some_and(|first| first.eq_ignore_ascii_case(start.as_bytes()))
        };
        let mut lines = source.lines().map(|line| line.trim_start_matches([' ', '\t']).as_bytes());
        lines.any(|line| self.starts.iter().any(|start| starts(line, start)))
            && self
                .pattern
                .get_or_init(|| compile(&format!("(?m)^[ \t]*(?:{})", self.beginning)))
                .is_match(source.as_bytes())
    }
}

/// The beginnings of lines that belong to another programming language, and to neither prose nor JavaScript.
static PROGRAM_SIGNS: [Sign; 12] = [
    // Python
    Sign::new(&["def ", "async "], r"(?:async )?def \w+\(.*\)(?: *->.*)?:\s*$"),
    Sign::new(&["from "], r"from [\w.]+ import [\w*(]"),
    Sign::new(&["import "], r"import [a-z_]\w*(?:\.\w+)*(?: as \w+)?\s*$"),
    // PHP, Go, C, C++, Rust, Java, C#, Ruby
    Sign::new(&["<?"], r"<\?(?:php|=)"),
    Sign::new(&["package "], r"package [a-z]\w*;?\s*$"),
    Sign::new(&["func "], r"func (?:\(\w+ \*?\w+\) )?\w+\("),
    Sign::new(&["#"], r"#\s*include\s*[<\x22]"),
    Sign::new(&["fn ", "pub "], r"(?:pub )?fn \w+(?:<.*>)?\("),
    Sign::new(
        &["public ", "private ", "protected "],
        concat!(
            r"(?:public|private|protected) (?:static |final |abstract |async )*",
            r"(?:class|interface|void|int|String|[A-Z]\w*) ",
        ),
    ),
    Sign::new(&["using "], r"using [A-Z][\w.]+;\s*$"),
    Sign::new(&["require "], r"require ['\x22][\w/]+['\x22]\s*$"),
    Sign::new(&["def ", "module ", "class "], r"(?:def|module|class) [\w.]+\s*$"),
];

/// The beginnings of lines of other languages, some of which are in JavaScript or prose too.
static OTHER_SIGNS: [Sign; 6] = [
    // Python
    Sign::new(
        &["if", "elif", "for", "while", "with", "try", "except", "class"],
        r"(?:if|elif|for|while|with|try|except|class)\b[^{}]*:\s*$",
    ),
    // Shells
    Sign::new(&["#!"], r"#!\s*/\S*(?:sh|bash|zsh|env (?:bash|sh|python3?))\b"),
    Sign::new(
        &[
            "$ ", "sudo ", "npm ", "npx ", "yarn ", "pnpm ", "bun ", "pip ", "pip3 ", "apt ", "apt-get ", "brew ",
            "docker ", "git ", "curl ", "wget ", "mkdir ", "chmod ", "cd ",
        ],
        concat!(
            r"(?:\$ |sudo )?(?:npm|npx|yarn|pnpm|bun|pip3?|apt(?:-get)?|brew|docker|git|curl|wget|mkdir|chmod|cd)",
            r" [\w@./-]",
        ),
    ),
    // SQL
    Sign::new(
        &["select", "insert", "create", "update", "delete", "alter", "drop"],
        concat!(
            r"(?i:SELECT\s.+\sFROM\s|INSERT\s+INTO\s|CREATE\s+(?:TABLE|INDEX|DATABASE|FUNCTION)\s",
            r"|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|ALTER\s+TABLE\s|DROP\s+TABLE\s)",
        ),
    ),
    // Markup
    Sign::new(&["<"], r"(?i:<!doctype |<html|<head|<body|<div|<\?xml|<svg|<form|<template)"),
    // Containers, configuration
    Sign::new(&["from "], r"FROM [\w./-]+(?::[\w.-]+)?(?: AS \w+)?\s*$"),
];

/// Returns whether some line belongs to another programming language.
pub(super) fn is_other_program(source: &str) -> bool {
    has_sign(source, &PROGRAM_SIGNS)
}

fn has_sign(source: &str, signs: &[Sign]) -> bool {
    signs.iter().any(|sign| sign.is_in(source))
}

/// Returns whether a text has a rule of a stylesheet.
fn is_stylesheet(source: &str) -> bool {
    static RULE: LazyLock<Regex> =
        LazyLock::new(|| compile(r"(?m)^[ \t]*(?:[.#]?[\w-]+|@media .*)\s*\{\s*$\s*[\w-]+:\s*[^;{}]+;\s*$"));
    source.contains('{') && RULE.is_match(source.as_bytes())
}

/// Compiles a fixed pattern whose classes are of bytes and ASCII: Unicode's would take milliseconds, once in each
/// process.
///
/// # Panics
///
/// If the pattern does not compile.
fn compile(pattern: &str) -> Regex {
    RegexBuilder::new(pattern).unicode(false).build().expect("a fixed pattern compiles")
}

/// Returns whether a text only sets a shell's environment variables: `DB_HOST=localhost`.
pub(super) fn is_environment(source: &str) -> bool {
    let mut lines = source.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')).peekable();
    lines.peek().is_some() && lines.all(is_setting)
}

fn is_setting(line: &str) -> bool {
    let is_in_name = |byte: u8| matches!(byte, b'A'..=b'Z' | b'0'..=b'9' | b'_');
    line.strip_prefix("export ").unwrap_or(line).split_once('=').is_some_and(|(name, value)| {
        name.starts_with(|first: char| first.is_ascii_uppercase())
            && name.bytes().all(is_in_name)
            && !value.contains(|character: char| character == ';' || character.is_whitespace())
    })
}

/// Returns whether a text that parses as JSX is markup without an expression in it.
pub(super) fn is_markup(source: &str) -> bool {
    source.trim_start().starts_with('<') && !source.contains(['{', ';'])
}

/// Returns whether a text is in a language that is not analyzed, judging by the beginnings of its lines.
pub(super) fn is_other_language(source: &str) -> bool {
    is_json(source)
        || is_environment(source)
        || is_other_program(source)
        || has_sign(source, &OTHER_SIGNS)
        || is_stylesheet(source)
}

/// Returns whether text that parses is in another language all the same.
pub(super) fn only_looks_like_code(source: &str) -> bool {
    is_environment(source) || is_markup(source)
}

fn is_json(source: &str) -> bool {
    source.trim_start().starts_with(['{', '[']) && serde_json::from_str::<serde::de::IgnoredAny>(source).is_ok()
}

/// Returns whether a text is prose: most of its lines are sentences, words or list items. `ends_early`: a parser
/// expected more of it.
pub(super) fn is_prose(source: &str, ends_early: bool) -> bool {
    let (mut prose, mut code) = (0, 0);
    for line in source.lines().filter(|line| !line.trim().is_empty()) {
        if is_code_line(line) {
            code += 1;
        } else if is_prose_line(line)
            || is_address(line)
            || line.trim().chars().all(|character| character.is_alphanumeric() || " _-'’".contains(character))
        {
            prose += 1;
        }
    }
    // Short texts that look like neither code nor sentences: `42`, `N/A`, `https://…`, `"no"`.
    prose >= 4 * code && (prose > 0 || !ends_early && code == 0)
}

/// Returns whether a line looks like code and like nothing else.
pub(super) fn is_code_line(line: &str) -> bool {
    static BEGINS: LazyLock<Regex> = LazyLock::new(|| {
        compile(concat!(
            r"^(?://|/\*|\*/|\}|\)|\]|@\w+\(|<\w+[^>]*>|import\s*[\w{*'\x22(].*['\x22]|import\s*\{",
            r"|export\s+(?:default|const|let|var|function|class|async|type|interface|enum|\{|\*)",
            r"|(?:const|let|var)\s+[\w$\[{]|(?:async\s+)?function\b\s*\*?\s*[\w$]*\s*\(|class\s+\w+.*\{",
            r"|(?:if|for|while|switch|catch)\s*\(|(?:try|else|do|finally)\s*\{",
            r"|return\b.*[;({]|throw\s+new\s|await\s+[\w$.]+\(|module\.exports|exports\.",
            r"|'use strict'|\x22use strict\x22|[\w$.]+\([^)]*\)\s*;?$|[\w$.\[\]]+\s*[-+*/]?=\s)",
        ))
    });
    let line = line.trim();
    line.ends_with(['{', '}', ';', '(', '[', '`'])
        && !line.starts_with(|character: char| {
            character.is_uppercase() && line.contains(' ') && !line.contains(['=', '(', '.'])
        })
        || line.ends_with("=>")
        || line.ends_with("),")
        || line.contains("=> ")
        || line.contains(" === ")
        || line.contains("require('")
        || line.contains("require(\"")
        || BEGINS.is_match(line.as_bytes())
}

/// Returns whether a line looks like prose and like nothing else: some words in a row, a heading, a list item.
pub(super) fn is_prose_line(line: &str) -> bool {
    if is_code_line(line) {
        return false;
    }
    let line = line.trim();
    let items = ["- ", "* ", "+ ", "> ", "# ", "## ", "### ", "#### ", "• "];
    let is_item = items.iter().any(|item| line.starts_with(item))
        || line.split_once(['.', ')']).is_some_and(|(number, rest)| {
            !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()) && rest.starts_with(' ')
        });
    let words = line
        .split_whitespace()
        .filter(|word| word.trim_matches(|character: char| !character.is_alphanumeric()).chars().all(is_word_character))
        .filter(|word| word.chars().any(char::is_alphabetic))
        .count();
    let foreign = line.chars().filter(|character| !character.is_ascii() && character.is_alphabetic()).count();
    is_item
        || words >= 3
        || foreign >= 4
        || line.ends_with(['.', '!', '?', ':', '…']) && line.chars().any(char::is_alphabetic)
        || line.starts_with("**") && line.ends_with("**")
        || line.starts_with("---")
}

/// Returns whether a line is an address on the web.
fn is_address(line: &str) -> bool {
    let line = line.trim();
    line.contains("://") && !line.contains(char::is_whitespace)
}

fn is_word_character(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '\'' | '’' | '-' | '/' | ',' | '.')
}

/// Returns whether an error is at the end of a text, where more was expected. Line and column are 1-based, columns in
/// UTF-16 units.
pub(super) fn is_at_end(source: &str, line: u32, column: u32, message: &str) -> bool {
    let trimmed = source.trim_end();
    let mut last = (1, 0);
    let mut rest = trimmed;
    while let Some(end) = rest.find(['\n', '\r', '\u{2028}', '\u{2029}']) {
        rest = rest[end..].strip_prefix("\r\n").unwrap_or_else(|| {
            let mut after = rest[end..].chars();
            after.next();
            after.as_str()
        });
        last.0 += 1;
    }
    last.1 = rest.encode_utf16().count() as u32;
    if line > last.0 || line == last.0 && column > last.1 {
        return true;
    }
    let runs_to_the_end = message.contains("Unterminated template") || message.contains("Unterminated comment");
    runs_to_the_end || message.contains("Unterminated") && line == last.0
}
