//! Strings with JavaScript's length and case folding.

use std::borrow::Cow;

/// Returns JavaScript's `text.length`: its number of UTF-16 units.
pub fn utf16_length(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.encode_utf16().count() }
}

/// Folds as JavaScript's `text.toLowerCase()`; borrows a text that has nothing to fold.
pub fn to_lower_case(text: &str) -> Cow<'_, str> {
    if text.bytes().any(|byte| byte.is_ascii_uppercase() || !byte.is_ascii()) {
        Cow::Owned(text.to_lowercase())
    } else {
        Cow::Borrowed(text)
    }
}

/// Folds as JavaScript's `text.toUpperCase()`; borrows a text that has nothing to fold.
pub fn to_upper_case(text: &str) -> Cow<'_, str> {
    if text.bytes().any(|byte| byte.is_ascii_lowercase() || !byte.is_ascii()) {
        Cow::Owned(text.to_uppercase())
    } else {
        Cow::Borrowed(text)
    }
}

/// Returns whether `text` contains `word`, ignoring the case of ASCII letters.
pub fn contains_ignoring_case(text: &str, word: &str) -> bool {
    let (text, word) = (text.as_bytes(), word.as_bytes());
    let Some(&first) = word.first() else { return true };
    memchr::memchr2_iter(first.to_ascii_lowercase(), first.to_ascii_uppercase(), text)
        .any(|at| text[at..].get(..word.len()).is_some_and(|text| text.eq_ignore_ascii_case(word)))
}

/// Returns whether a word may be written in other letters than its own: with an escape, with an entity in a tag
/// (`\u0071uery`, `&#113;uery`), with one of the two letters beyond ASCII whose lower case is ASCII.
pub(crate) fn has_escaped_identifiers(source: &str) -> bool {
    let bytes = source.as_bytes();
    let is_spelled = memchr::memchr2_iter(b'\\', b'&', bytes).any(|at| match bytes[at] {
        b'&' => bytes.get(at + 1) == Some(&b'#'),
        _ => !matches!(bytes.get(at + 1), Some(b'n' | b'r' | b't' | b'\\' | b'\'' | b'"' | b'`' | b'/' | b'$') | None),
    });
    let folds = |letter: char| memchr::memmem::find(bytes, letter.encode_utf8(&mut [0; 4]).as_bytes()).is_some();
    is_spelled || !source.is_ascii() && ['\u{130}', '\u{212A}'].into_iter().any(folds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_are_spelled_otherwise_are_noticed() {
        for text in ["\\u0071uery", "<a>&#113;uery</a>", "to\u{212A}en", "\u{130}nput"] {
            assert!(has_escaped_identifiers(text), "{text}");
        }
        for text in ["query", "'\\n'", "a && b", "Grüße"] {
            assert!(!has_escaped_identifiers(text), "{text}");
        }
    }
}
