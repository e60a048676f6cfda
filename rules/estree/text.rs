//! Strings as JavaScript counts and folds them.

use std::borrow::Cow;

/// JavaScript's `text.length`: how many UTF-16 units it has.
pub fn utf16_length(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.encode_utf16().count() }
}

/// JavaScript's `text.toLowerCase()`; borrows what has nothing to fold.
pub fn to_lower_case(text: &str) -> Cow<'_, str> {
    if text.bytes().any(|byte| byte.is_ascii_uppercase() || !byte.is_ascii()) {
        Cow::Owned(text.to_lowercase())
    } else {
        Cow::Borrowed(text)
    }
}

/// JavaScript's `text.toUpperCase()`; borrows what has nothing to fold.
pub fn to_upper_case(text: &str) -> Cow<'_, str> {
    if text.bytes().any(|byte| byte.is_ascii_lowercase() || !byte.is_ascii()) {
        Cow::Owned(text.to_uppercase())
    } else {
        Cow::Borrowed(text)
    }
}

/// Returns whether `text` holds `word`, upper and lower case of ASCII letters alike.
pub fn contains_ignoring_case(text: &str, word: &str) -> bool {
    let (text, word) = (text.as_bytes(), word.as_bytes());
    let Some(&first) = word.first() else { return true };
    memchr::memchr2_iter(first.to_ascii_lowercase(), first.to_ascii_uppercase(), text)
        .any(|at| text[at..].get(..word.len()).is_some_and(|text| text.eq_ignore_ascii_case(word)))
}
