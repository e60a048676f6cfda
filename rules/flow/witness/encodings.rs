//! Base64 and hexadecimal digits, which programs take apart before they use what is in them.

use base64::{
    DecodeError, Engine, alphabet,
    engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig},
};

use crate::flow::{Flow, Term, TermKind};

/// Base64 as Node.js reads it: with padding or without.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &alphabet::STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);

/// A way to write bytes as text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Encoding {
    Base64,
    Hex,
}

impl Encoding {
    /// Returns the encoding that Node.js calls by a name.
    pub(super) fn of(name: &str) -> Option<Self> {
        match name {
            "base64" | "base64url" => Some(Self::Base64),
            "hex" => Some(Self::Hex),
            _ => None,
        }
    }

    pub(super) fn encode(self, text: &str) -> String {
        match self {
            Self::Hex => text.bytes().map(|byte| format!("{byte:02x}")).collect(),
            Self::Base64 => BASE64.encode(text),
        }
    }

    /// Returns the text that was encoded, from either alphabet of Base64; `None` if it was not a text. A last digit
    /// that makes no byte is left out.
    pub(super) fn decode(self, text: &str) -> Option<String> {
        let text = text.trim_end_matches('=');
        let bytes = match self {
            Self::Hex => {
                let digits: Vec<u8> =
                    text.chars().map(|digit| Some(digit.to_digit(16)? as u8)).collect::<Option<_>>()?;
                digits.chunks_exact(2).map(|byte| byte[0] << 4 | byte[1]).collect()
            }
            Self::Base64 => {
                let text = text.replace('-', "+").replace('_', "/");
                match BASE64.decode(&text) {
                    Err(DecodeError::InvalidLength(_)) => BASE64.decode(&text[..text.len() - 1]).ok()?,
                    decoded => decoded.ok()?,
                }
            }
        };
        String::from_utf8(bytes).ok()
    }
}

/// Returns the encoding that a value is decoded from on its way into a term.
pub(super) fn decoded_in(flow: &Flow<'_>, operand: Term) -> Option<Encoding> {
    /// The maximum number of terms that are searched.
    const MAX_TERMS: usize = 200;
    flow.tainted_within(operand).take(MAX_TERMS).find_map(|term| {
        let TermKind::Op(name, parts) = flow.kind_of(term) else { return None };
        match &**name {
            "atob" => Some(Encoding::Base64),
            "Buffer.from" => Encoding::of(&flow.constant_text(*parts.get(1)?)?),
            _ => None,
        }
    })
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
        assert_eq!(Encoding::Base64.decode("enEx9"), Some("zq1".into()));
        assert_eq!(Encoding::Base64.decode("a.b"), None);
    }
}
