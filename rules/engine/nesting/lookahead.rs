//! What the text from a place on tells, before it is gone past.

use oxc_syntax::identifier::is_identifier_name;

use super::word::{WORD_BYTES, Word, is_word};

/// Returns whether a text begins with a type's parameters rather than a tag, where both may stand: `<A,` or
/// `<A extends B`.
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

/// Returns whether a text begins with U+2028 or U+2029, whose first byte, 0xE2, begins much else.
pub(super) fn ends_line(text: &[u8]) -> bool {
    matches!(text, [0xE2, 0x80, 0xA8 | 0xA9, ..])
}

/// White space and line ends of ASCII.
pub(super) fn is_space(byte: u8) -> bool {
    byte == b' ' || byte.wrapping_sub(b'\t') < 5
}

/// Returns how many bytes of a text stand on its first line.
pub(super) fn line_length(text: &[u8]) -> usize {
    let is_end = |&at: &usize| text[at] != 0xE2 || ends_line(&text[at..]);
    memchr::memchr3_iter(b'\n', b'\r', 0xE2, text).find(is_end).unwrap_or(text.len())
}

/// Returns how long the comment is that a text begins with, without the end of its line; 0 if it begins with none.
pub(super) fn comment_length(text: &[u8]) -> usize {
    match text {
        [b'/', b'/', ..] => line_length(text),
        [b'/', b'*', inside @ ..] => memchr::memmem::find(inside, b"*/").map_or(text.len(), |end| end + 4),
        _ => 0,
    }
}

/// Returns whether what stands in a parenthesis may be parameters, by its first token.
pub(super) fn may_be_parameters(text: &[u8]) -> bool {
    let space = text.iter().take_while(|byte| is_space(**byte)).count();
    let text = &text[space..];
    let begins =
        |&first: &u8| b"[{./".contains(&first) || WORD_BYTES[usize::from(first)] != 0 && !first.is_ascii_digit();
    text.first().is_some_and(begins) && &text[..word_length(text)] != b"function"
}

/// Returns how many bytes the regular expression takes, with its flags, that a text begins with. `None` where it does
/// not end.
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
    /// Whether it divides or not: what stands in so many bytes leaves the brackets as they are.
    Harmless(usize),
    /// It divides, or the parser gives up.
    Divides,
    /// It may hide what follows. So many bytes from it on are a regular expression, if it begins one.
    Doubtful(usize),
}

impl DubiousSlash {
    /// Returns what a slash is with which a text begins.
    pub(super) fn of(text: &[u8]) -> Self {
        /// The lookahead window, in bytes: a longer expression is doubtful.
        const WINDOW_BYTES: usize = 256;
        let near = &text[..text.len().min(WINDOW_BYTES)];
        let Some(length) = regular_expression(near) else {
            // Where the line ends before, it divides, or the parser gives up.
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

/// Returns how many bytes the word takes that a text begins with.
fn word_length(text: &[u8]) -> usize {
    text.iter().take_while(|&&byte| WORD_BYTES[usize::from(byte)] != 0).count()
}

/// Returns whether what looks like a regular expression is one, or has no brackets or quotes that open or end anything
/// where it is read as two divisions.
fn is_harmless(expression: &[u8]) -> bool {
    let mut brackets = Vec::new();
    let Some(end) = memchr::memrchr(b'/', expression) else { return false };
    let mut bytes = expression.iter().enumerate().skip(1);
    while let Some((at, &byte)) = bytes.next() {
        let closed = match byte {
            // No operand has one, but to spell a letter. The parser goes on after what is escaped all the same.
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

/// Returns whether a slash after a text divides, for it ends with a name, a number or a bracket.
fn ends_operand(text: &[u8]) -> bool {
    let text = text.trim_ascii_end();
    let word = text.iter().rev().take_while(|&&byte| WORD_BYTES[usize::from(byte)] != 0).count();
    match text[text.len() - word..] {
        [] => matches!(text.last(), Some(b')' | b']')),
        // Beyond ASCII there is white space too.
        ref word => word.is_ascii() && Word::of(word) == Word::Operand,
    }
}

/// Returns whether a word spells a name that is no keyword, with escapes such as `\u0061`.
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

/// Returns whether some line ends at a carriage return alone.
pub(super) fn has_lone_return(bytes: &[u8]) -> bool {
    memchr::memchr_iter(b'\r', bytes).any(|at| bytes.get(at + 1) != Some(&b'\n'))
}
