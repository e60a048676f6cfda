//! The keys of providers, and their removal from everything that is written.

use std::env;

use base64::{Engine, engine::general_purpose::STANDARD_NO_PAD};

/// The bytes of the shortest value that counts as a key; removing shorter ones would only mutilate texts.
const MIN_SECRET_BYTES: usize = 8;

/// The bytes of white space, quotes and the like that may be between two characters of a split key.
const MAX_GAP_BYTES: usize = 16;

/// The bytes of one escaped character of a key at most, as in `&#x0000041;`.
const MAX_ESCAPE_BYTES: usize = 12;

/// Values of environment variables that must not be written anywhere.
///
/// It has no `Debug`, so that no error or log can show one by accident.
#[derive(Default)]
pub struct Secrets(Vec<(String, String)>);

impl Secrets {
    /// Reads the variables of these names; the error names a missing one.
    pub fn from_env<'n>(names: impl IntoIterator<Item = &'n str>) -> Result<Self, String> {
        let mut secrets = names
            .into_iter()
            .map(|name| match env::var(name) {
                Ok(value) if !value.is_empty() => Ok((name.to_owned(), value)),
                Ok(_) => Err(format!("the environment variable {name} is empty")),
                Err(env::VarError::NotPresent) => Err(format!("the environment variable {name} is not set")),
                Err(env::VarError::NotUnicode(_)) => Err(format!("the environment variable {name} is not UTF-8")),
            })
            .collect::<Result<Vec<_>, _>>()?;
        // The longest first, so that a key that contains another one is removed whole.
        secrets.sort_by_key(|(_, value)| std::cmp::Reverse(value.len()));
        Ok(Self(secrets))
    }

    /// Returns the names and values.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Replaces every value by `[NAME]`: as it is, with characters escaped (`\/`, `%2F`, `\u002f`, `&#47;`), split by
    /// white space or into strings that are joined, and in Base64, even as part of a longer encoded text.
    ///
    /// Call it before a text is cut: half a key is not found.
    pub fn redact(&self, mut text: String) -> String {
        for (name, value) in self.iter().map(|(name, value)| (name, value.trim())) {
            if value.len() < MIN_SECRET_BYTES {
                continue;
            }
            text = replace(&text, name, |rest| spelled(rest, value.as_bytes()));
            for encoded in base64_forms(value) {
                text = replace(&text, name, |rest| encoded_length(rest, encoded.as_bytes()));
            }
        }
        text
    }

    /// Returns the bytes of the longest key if all of it is escaped: a text that was cut may end in this many bytes of
    /// it.
    pub fn longest(&self) -> usize {
        self.iter().map(|(_, value)| value.len() * MAX_ESCAPE_BYTES + MAX_GAP_BYTES).max().unwrap_or(0)
    }
}

/// Replaces every match, whose length `length` returns, by a name in brackets.
fn replace(text: &str, name: &str, length: impl Fn(&[u8]) -> Option<usize>) -> String {
    let bytes = text.as_bytes();
    let mut replaced = String::new();
    let (mut copied, mut at) = (0, 0);
    while at < bytes.len() {
        match length(&bytes[at..]).map(|length| at + length) {
            Some(end) if text.is_char_boundary(at) && text.is_char_boundary(end) => {
                replaced.push_str(&text[copied..at]);
                replaced.push_str(&format!("[{name}]"));
                (copied, at) = (end, end);
            }
            _ => at += 1,
        }
    }
    if copied == 0 {
        return text.to_owned();
    }
    replaced.push_str(&text[copied..]);
    replaced
}

/// Returns the length of a key's spelling at the beginning of a text, with escapes in it and gaps between its
/// characters.
fn spelled(text: &[u8], key: &[u8]) -> Option<usize> {
    let mut at = 0;
    for (place, &byte) in key.iter().enumerate() {
        let length = character(&text[at..], byte).or_else(|| {
            let gap = text[at..].iter().take(MAX_GAP_BYTES).take_while(|byte| is_gap(**byte)).count();
            let length = (place > 0 && gap > 0).then(|| character(&text[at + gap..], byte))??;
            Some(gap + length)
        })?;
        at += length;
    }
    Some(at)
}

/// Returns whether a byte may separate the parts of a split key: over lines, or into strings that are joined.
fn is_gap(byte: u8) -> bool {
    byte.is_ascii_whitespace() || matches!(byte, b'"' | b'\'' | b'`' | b'+' | b'\\' | b',' | b'n' | b'r')
}

/// Returns the length of the spelling of one byte of a key at the beginning of a text.
fn character(text: &[u8], byte: u8) -> Option<usize> {
    match *text.first()? {
        b'\\' if text.get(1) == Some(&byte) => Some(2),
        b'\\' if text.get(1) == Some(&b'x') => coded(text, 2, 16, 2, byte),
        b'\\' if text.get(1) == Some(&b'u') => coded(text, 2, 16, 4, byte),
        b'%' if byte != b'%' || coded(text, 1, 16, 2, byte).is_some() => coded(text, 1, 16, 2, byte),
        b'&' if text.starts_with(b"&#") => {
            let (start, radix) = if matches!(text.get(2), Some(b'x' | b'X')) { (3, 16) } else { (2, 10) };
            let digits = text[start..].iter().take(7).take_while(|byte| byte.is_ascii_hexdigit()).count();
            let length = coded(text, start, radix, digits, byte)?;
            Some(length + usize::from(text.get(length) == Some(&b';')))
        }
        first => (first == byte).then_some(1),
    }
}

/// Returns the length of a numeric code with at most this many digits, from its introduction on, if it is the code of a
/// byte.
fn coded(text: &[u8], start: usize, radix: u32, digits: usize, byte: u8) -> Option<usize> {
    let code = str::from_utf8(text.get(start..start + digits)?).ok()?;
    (u32::from_str_radix(code, radix) == Ok(byte.into())).then_some(start + digits)
}

/// Returns the Base64 characters of a key for each alignment, without those that its neighbours affect.
fn base64_forms(key: &str) -> Vec<String> {
    (0..3)
        .map(|before| {
            let mut bytes = vec![0; before];
            bytes.extend_from_slice(key.as_bytes());
            let encoded = STANDARD_NO_PAD.encode(&bytes);
            let (first, end) = ((before * 8).div_ceil(6), bytes.len() * 8 / 6);
            encoded[first..end].to_owned()
        })
        .filter(|encoded| encoded.len() >= MIN_SECRET_BYTES)
        .collect()
}

/// Returns the length of an encoded key at the beginning of a text, in either alphabet of Base64, with the characters
/// after it that may encode its end.
fn encoded_length(text: &[u8], encoded: &[u8]) -> Option<usize> {
    let is_same = |(&one, &other): (&u8, &u8)| one == other || matches!((one, other), (b'-', b'+') | (b'_', b'/'));
    let found = text.len() >= encoded.len() && text.iter().zip(encoded).all(is_same);
    found.then(|| {
        encoded.len() + text[encoded.len()..].iter().take(2).take_while(|byte| byte.is_ascii_alphanumeric()).count()
    })
}

#[cfg(test)]
mod tests {
    use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};

    use super::*;

    fn secrets() -> Secrets {
        Secrets(vec![("KEY".into(), "sk-ab/c+d_12345".into()), ("SHORT".into(), "1".into())])
    }

    #[test]
    fn values_are_replaced_by_their_names() {
        assert_eq!(secrets().redact("Bearer sk-ab/c+d_12345, 1".into()), "Bearer [KEY], 1");
        assert_eq!(secrets().redact("sk-ab/c+d_1234".into()), "sk-ab/c+d_1234");
        assert_eq!(secrets().redact("é sk-ab/c+d_12345é".into()), "é [KEY]é");
    }

    #[test]
    fn escaped_and_split_values_are_replaced_too() {
        for text in [
            r"sk-ab\/c+d_12345",
            "sk-ab%2Fc%2Bd_12345",
            "sk-ab%2fc%2bd_12345",
            r"sk\u002dab\u002Fc\x2bd_12345",
            "sk-ab&#47;c&#x2b;d_12345",
            "sk-ab/\n  c+d_12345",
            "sk-ab\" + \"/c+d_12345",
            "sk-ab/c+d_\\\n12345",
            r"sk-ab/c+d_\n12345",
        ] {
            assert_eq!(secrets().redact(format!("key: {text}.")), "key: [KEY].", "{text}");
        }
    }

    #[test]
    fn values_in_base64_are_replaced_wherever_they_begin() {
        for before in ["", "u:", "Bearer ", "user:"] {
            let plain = format!("{before}sk-ab/c+d_12345, and more");
            for encoded in [STANDARD.encode(&plain), URL_SAFE_NO_PAD.encode(&plain)] {
                let shown = secrets().redact(format!("Basic {encoded}"));
                assert!(shown.contains("[KEY]"), "{shown}");
                let tail = shown.rsplit(']').next().unwrap();
                assert!(!encoded.is_empty() && tail.len() <= encoded.len() - 16, "{shown}");
            }
        }
    }

    #[test]
    fn long_texts_take_no_longer_for_what_they_nearly_hold() {
        let text = "sk-ab".to_owned() + &" ".repeat(1_000_000) + &"sk-ab/c+d_1234".repeat(50_000);
        assert_eq!(secrets().redact(text.clone()), text);
    }

    #[test]
    fn a_missing_variable_is_named() {
        let missing = Secrets::from_env(["OXSEC_TEST_NEVER_SET"]).err();
        assert_eq!(missing.as_deref(), Some("the environment variable OXSEC_TEST_NEVER_SET is not set"));
    }
}
