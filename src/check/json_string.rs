//! JSON strings that are read into a reused buffer, where serde_json allocates one for each row.

use serde::{
    Deserialize, Deserializer,
    de::{Error, Unexpected},
};
use serde_json::value::RawValue;

/// A string in JSON's notation, without its quotes. It is valid, because serde_json has read it.
#[derive(Clone, Copy)]
pub struct JsonString<'a>(&'a str);

impl<'de: 'a, 'a> Deserialize<'de> for JsonString<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = <&RawValue>::deserialize(deserializer)?.get();
        match value.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
            Some(spelling) => Ok(Self(spelling)),
            None => Err(D::Error::invalid_type(kind(value), &"a string")),
        }
    }
}

/// Returns the kind of a value that is not a string.
fn kind(value: &str) -> Unexpected<'_> {
    match value.as_bytes().first() {
        Some(b'{') => Unexpected::Map,
        Some(b'[') => Unexpected::Seq,
        Some(b't') => Unexpected::Bool(true),
        Some(b'f') => Unexpected::Bool(false),
        Some(b'n') => Unexpected::Unit,
        _ => Unexpected::Other("number"),
    }
}

impl<'a> JsonString<'a> {
    /// Returns the decoded text, which is put into `buffer` if it has escapes. Half of a surrogate pair, which JSON can
    /// express and UTF-8 cannot, becomes U+FFFD: also one UTF-16 unit, so that columns stay right.
    pub fn read<'b>(self, buffer: &'b mut String) -> &'b str
    where
        'a: 'b,
    {
        if memchr::memchr(b'\\', self.0.as_bytes()).is_none() {
            return self.0;
        }
        buffer.clear();
        let mut rest = self.0;
        while let Some(at) = memchr::memchr(b'\\', rest.as_bytes()) {
            let (before, escape) = rest.split_at(at);
            buffer.push_str(before);
            let (character, after) = unescape(escape);
            buffer.push(character);
            rest = after;
        }
        buffer.push_str(rest);
        buffer
    }
}

/// Returns the character of the escape at the beginning of `spelling`, and the text after it.
fn unescape(spelling: &str) -> (char, &str) {
    let (escape, after) = spelling.split_at(2);
    let character = match escape.as_bytes()[1] {
        b'b' => '\u{8}',
        b'f' => '\u{C}',
        b'n' => '\n',
        b'r' => '\r',
        b't' => '\t',
        b'u' => return unescape_units(after),
        itself => itself.into(),
    };
    (character, after)
}

/// Returns the same for an escape of one or two UTF-16 units, whose first `\u` has been read.
fn unescape_units(spelling: &str) -> (char, &str) {
    let (first, after) = unit(spelling);
    if let Some(character) = char::from_u32(first.into()) {
        return (character, after);
    }
    let pair = after.strip_prefix("\\u").map(unit).and_then(|(second, behind)| {
        let character = char::decode_utf16([first, second]).next()?.ok()?;
        Some((character, behind))
    });
    pair.unwrap_or((char::REPLACEMENT_CHARACTER, after))
}

/// Returns the UTF-16 unit of four digits, and the text after them.
fn unit(spelling: &str) -> (u16, &str) {
    let (digits, after) = spelling.split_at(4);
    (u16::from_str_radix(digits, 16).expect("serde_json has read four digits"), after)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_bytes::ByteBuf;

    use super::*;

    fn read(json: &str) -> String {
        let mut buffer = "what stood there".into();
        serde_json::from_str::<JsonString>(json).unwrap().read(&mut buffer).into()
    }

    /// Generates JSON strings of plain characters, of every escape, and of UTF-16 units in any order.
    fn json_string() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            "[^\"\\\\\\x00-\\x1f]{0,4}",
            r#"\\["\\/bfnrt]"#,
            "\\\\u[0-9a-fA-F]{4}",
            "\\\\u[dD][89abAB][0-9a-f]{2}",
            "\\\\u[dD][c-fC-F][0-9a-f]{2}",
        ];
        prop::collection::vec(piece, 0..8).prop_map(|pieces| format!("\"{}\"", pieces.concat()))
    }

    proptest! {
        #[test]
        fn means_what_serde_json_reads(json in json_string()) {
            let mut bytes = serde_json::from_str::<ByteBuf>(&json).unwrap().into_vec();
            // Given bytes, serde_json writes half of a pair as a character of three bytes.
            for at in 0..bytes.len().saturating_sub(2) {
                if bytes[at] == 0xED && bytes[at + 1] >= 0xA0 {
                    bytes[at..at + 3].copy_from_slice("\u{FFFD}".as_bytes());
                }
            }
            prop_assert_eq!(read(&json), String::from_utf8(bytes).unwrap());
        }
    }
}
