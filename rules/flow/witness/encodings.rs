//! Base64 and hexadecimal digits, which programs take apart before they use what is in them.

use crate::flow::{Const, Flow, Term, TermKind};

const BASE64: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// A way to write bytes as text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    Base64,
    Hex,
}

impl Encoding {
    /// Returns the encoding that Node.js calls by a name.
    pub fn of(name: &str) -> Option<Self> {
        match name {
            "base64" | "base64url" => Some(Self::Base64),
            "hex" => Some(Self::Hex),
            _ => None,
        }
    }

    pub fn encode(self, text: &str) -> String {
        match self {
            Self::Hex => text.bytes().map(|byte| format!("{byte:02x}")).collect(),
            Self::Base64 => {
                let mut encoded = String::new();
                for chunk in text.as_bytes().chunks(3) {
                    let bits =
                        chunk.iter().fold(0, |bits, &byte| bits << 8 | u32::from(byte)) << (8 * (3 - chunk.len()));
                    for place in 0..4 {
                        let digit = BASE64[(bits >> (18 - 6 * place)) as usize & 63];
                        encoded.push(if place > chunk.len() { '=' } else { digit as char });
                    }
                }
                encoded
            }
        }
    }

    /// Returns the text that was encoded; `None` where it is none.
    pub fn decode(self, text: &str) -> Option<String> {
        let mut bytes = Vec::new();
        let (mut bits, mut count) = (0_u32, 0);
        for character in text.trim_end_matches('=').bytes() {
            let (digit, width) = match self {
                Self::Hex => ((character as char).to_digit(16)?, 4),
                Self::Base64 => {
                    let character = match character {
                        b'-' => b'+',
                        b'_' => b'/',
                        other => other,
                    };
                    (BASE64.iter().position(|&it| it == character)? as u32, 6)
                }
            };
            bits = bits << width | digit;
            count += width;
            if count >= 8 {
                count -= 8;
                bytes.push((bits >> count) as u8);
                bits &= (1 << count) - 1;
            }
        }
        String::from_utf8(bytes).ok()
    }
}

/// Returns the encoding that a value is decoded from on its way into a term.
pub fn decoded_in(flow: &Flow<'_>, operand: Term) -> Option<Encoding> {
    /// The maximum number of terms that are searched.
    const MAX_TERMS: usize = 200;
    let mut seen = rustc_hash::FxHashSet::default();
    let mut pending = vec![operand];
    while let Some(term) = pending.pop() {
        if !flow.is_tainted(term) || seen.len() >= MAX_TERMS || !seen.insert(term) {
            continue;
        }
        if let TermKind::Op(name, parts) = flow.kind_of(term) {
            let named = parts.get(1).and_then(|&name| match flow.kind_of(name) {
                TermKind::Const(Const::String(name)) => Encoding::of(name),
                _ => None,
            });
            match (&**name, named) {
                ("atob", _) => return Some(Encoding::Base64),
                ("Buffer.from", Some(encoding)) => return Some(encoding),
                _ => {}
            }
        }
        flow.kind_of(term).each_part(|part| pending.push(part));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_encoded_is_decoded_again() {
        for text in ["", "z", "zq", "zq.", "../../etc/passwd", "<img src=x onerror=alert(1)>", "é"] {
            for encoding in [Encoding::Base64, Encoding::Hex] {
                assert_eq!(encoding.decode(&encoding.encode(text)).as_deref(), Some(text));
            }
        }
        assert_eq!(Encoding::Base64.encode("zq"), "enE=");
        assert_eq!(Encoding::Base64.decode("enE"), Some("zq".into()));
        assert_eq!(Encoding::Base64.decode("a.b"), None);
    }
}
