//! Lookahead: properties of the text after an offset, before it is read.

use oxc_syntax::identifier::is_identifier_name;

use super::word::{WORD_BYTES, Word, is_word};

/// Returns whether a text begins with a type's parameters rather than a tag, where both are possible: `<A,` or `<A
/// extends B`.
pub(super) fn are_type_parameters(text: &[u8]) -> bool {
    let text = text[1..].trim_ascii_start();
    let text = text.strip_prefix(b"const ").unwrap_or(text).trim_ascii_start();
    let text = text[word_length(text)..].trim_ascii_start();
    match text.strip_prefix(b"extends") {
        // `<A extends="b">` is a tag with an odd attribute.
        Some(text) => text.first().is_some_and(u8::is_ascii_whitespace) && !text.trim_ascii_start().starts_with(b"="),
        None => text.first() == Some(&b','),
    }
}

/// Returns whether a text begins with U+2028 or U+2029. Their first byte, 0xE2, also begins other characters.
pub(super) fn ends_line(text: &[u8]) -> bool {
    matches!(text, [0xE2, 0x80, 0xA8 | 0xA9, ..])
}

/// Returns whether a byte is ASCII white space or a line end.
pub(super) fn is_space(byte: u8) -> bool {
    byte == b' ' || byte.wrapping_sub(b'\t') < 5
}

/// Returns the length in bytes of a text's first line.
pub(super) fn line_length(text: &[u8]) -> usize {
    let is_end = |&at: &usize| text[at] != 0xE2 || ends_line(&text[at..]);
    memchr::memchr3_iter(b'\n', b'\r', 0xE2, text).find(is_end).unwrap_or(text.len())
}

/// Returns the length in bytes of the comment at the beginning of a text, without the end of its line; 0 if there is
/// none.
pub(super) fn comment_length(text: &[u8]) -> usize {
    match text {
        [b'/', b'/', ..] => line_length(text),
        [b'/', b'*', inside @ ..] => memchr::memmem::find(inside, b"*/").map_or(text.len(), |end| end + 4),
        _ => 0,
    }
}

/// Returns whether the contents of a parenthesis may be parameters, judging by the first token.
pub(super) fn may_be_parameters(text: &[u8]) -> bool {
    let space = text.iter().take_while(|byte| is_space(**byte)).count();
    let text = &text[space..];
    let begins =
        |&first: &u8| b"[{./".contains(&first) || WORD_BYTES[usize::from(first)] != 0 && !first.is_ascii_digit();
    text.first().is_some_and(begins) && &text[..word_length(text)] != b"function"
}

/// Returns the length in bytes, flags included, of the regular expression at the beginning of a text. `None` where it
/// does not end.
pub(super) fn regular_expression(text: &[u8]) -> Option<usize> {
    let mut class = false;
    let mut at = 1;
    loop {
        match text.get(at)? {
            b'\n' | b'\r' => return None,
            0xE2 if ends_line(&text[at..]) => return None,
            b'\\' => at += 1,
            b'[' => class = true,
            b']' => class = false,
            b'/' if !class => break,
            _ => {}
        }
        at += 1;
    }
    let flags = text[at + 1..].iter().take_while(|&&byte| is_word(byte) || byte == b'$').count();
    Some(at + 1 + flags)
}

/// A slash that may divide or begin a regular expression.
pub(super) enum DubiousSlash {
    /// Either reading leaves the brackets in this many bytes as they are.
    Harmless(usize),
    /// It divides, or the parser stops.
    Divides,
    /// It may hide the text after it: this many bytes, if it begins a regular expression.
    Doubtful(usize),
}

impl DubiousSlash {
    /// Classifies the slash at the beginning of a text.
    pub(super) fn of(text: &[u8]) -> Self {
        /// The lookahead window, in bytes: a longer expression is doubtful.
        const WINDOW_BYTES: usize = 256;
        let near = &text[..text.len().min(WINDOW_BYTES)];
        let Some(length) = regular_expression(near) else {
            // If the line ends before the expression does, the slash divides, or the parser stops.
            let is_near = near.len() < WINDOW_BYTES || memchr::memchr2(b'\n', b'\r', near).is_some();
            return if is_near { Self::Divides } else { Self::Doubtful(1) };
        };
        let follows = text.get(length);
        if is_harmless(&text[..length]) && !matches!(follows, Some(b'/' | b'*')) && length < WINDOW_BYTES {
            Self::Harmless(length)
        } else {
            Self::Doubtful(length)
        }
    }
}

/// Returns the length in bytes of the word at the beginning of a text.
fn word_length(text: &[u8]) -> usize {
    text.iter().take_while(|&&byte| WORD_BYTES[usize::from(byte)] != 0).count()
}

/// Returns whether a possible regular expression certainly is one, or has no bracket or quote that would count if it
/// were two divisions.
fn is_harmless(expression: &[u8]) -> bool {
    let mut brackets = Vec::new();
    let Some(end) = memchr::memrchr(b'/', expression) else { return false };
    let mut bytes = expression.iter().enumerate().skip(1);
    while let Some((at, &byte)) = bytes.next() {
        let closed = match byte {
            // In an operand a backslash only escapes a letter. The parser continues after the escape in any case.
            b'\\' if expression.get(at + 1) != Some(&b'u') => {
                bytes.next();
                continue;
            }
            b'\\' | b'\'' | b'"' | b'`' | b';' => return false,
            b'/' if expression[at + 1..].contains(&b'/') => return false,
            b'(' | b'[' | b'{' => {
                brackets.push(byte);
                continue;
            }
            b')' => b'(',
            b']' => b'[',
            b'}' => b'{',
            _ => continue,
        };
        if brackets.pop() != Some(closed) {
            return false;
        }
    }
    brackets.is_empty() && ends_operand(&expression[1..end])
}

/// Returns whether a slash after a text divides, because the text ends with a name, a number or a bracket.
fn ends_operand(text: &[u8]) -> bool {
    let text = text.trim_ascii_end();
    let word = text.iter().rev().take_while(|&&byte| WORD_BYTES[usize::from(byte)] != 0).count();
    match text[text.len() - word..] {
        [] => matches!(text.last(), Some(b')' | b']')),
        // Some non-ASCII characters are white space.
        ref word => word.is_ascii() && Word::of(word) == Word::Operand,
    }
}

/// Returns whether a word with escapes such as `\u0061` is a name rather than a keyword.
pub(super) fn spells_name(word: &str) -> bool {
    let mut name = String::new();
    let mut rest = word;
    while let Some((before, escape)) = rest.split_once('\\') {
        name.push_str(before);
        let Some(digits) = escape.strip_prefix('u').and_then(|digits| digits.get(..4)) else { return false };
        let Some(letter) = u32::from_str_radix(digits, 16).ok().and_then(char::from_u32) else { return false };
        name.push(letter);
        rest = &escape[1 + digits.len()..];
    }
    name.push_str(rest);
    is_identifier_name(&name) && Word::of(name.as_bytes()) == Word::Operand
}

/// Returns whether a line ends with a carriage return alone.
pub(super) fn has_lone_return(bytes: &[u8]) -> bool {
    memchr::memchr_iter(b'\r', bytes).any(|at| bytes.get(at + 1) != Some(&b'\n'))
}
