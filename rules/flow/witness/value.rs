//! Concrete values, as JavaScript has them.

use std::rc::Rc;

/// A value; strings are sequences of UTF-16 units.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Val {
    Undefined,
    Null,
    Bool(bool),
    Number(f64),
    Text(Rc<[u16]>),
    Array(Rc<Vec<Val>>),
    Object(Rc<Vec<(String, Val)>>),
    RegExp {
        pattern: Rc<str>,
        flags: Rc<str>,
    },
    /// A set, or a map, of these; a map's are arrays of two.
    Set(Rc<Vec<Val>>),
    Function,
    /// A value of the program that is not known and that an attacker does not decide; as text it is a placeholder.
    Opaque(Rc<str>),
    /// Nothing is known. `tainted` is true if an attacker's data may have a part in it.
    Unknown {
        tainted: bool,
    },
    /// This place is not reached with this input.
    Impossible,
}

/// The longest text that is made, in UTF-16 units.
pub(super) const MAX_TEXT_UNITS: usize = 4096;

impl Val {
    pub(crate) fn text(text: &str) -> Self {
        Self::Text(units_of(text))
    }

    pub(crate) fn units(units: &[u16]) -> Self {
        if units.len() > MAX_TEXT_UNITS { Self::Unknown { tainted: true } } else { Self::Text(units.into()) }
    }

    /// Returns whether the value is known, so that a reader can judge it.
    pub(crate) fn is_certain(&self) -> bool {
        match self {
            Self::Unknown { .. } | Self::Impossible => false,
            Self::Array(items) => items.iter().all(|item| !matches!(item, Self::Impossible)),
            _ => true,
        }
    }

    /// Returns whether the value is truthy; `None` if that is not known.
    pub(crate) fn truth(&self) -> Option<bool> {
        Some(match self {
            Self::Undefined | Self::Null => false,
            Self::Bool(value) => *value,
            Self::Number(number) => *number != 0.0 && !number.is_nan(),
            Self::Text(units) => !units.is_empty(),
            Self::Array(_) | Self::Object(_) | Self::RegExp { .. } | Self::Set(_) | Self::Function => true,
            Self::Opaque(_) | Self::Unknown { .. } | Self::Impossible => return None,
        })
    }

    /// Returns `String(value)`; `None` if it is not known.
    pub(crate) fn to_units(&self) -> Option<Rc<[u16]>> {
        Some(match self {
            Self::Text(units) => Rc::clone(units),
            Self::Undefined => units_of("undefined"),
            Self::Null => units_of("null"),
            Self::Bool(value) => units_of(if *value { "true" } else { "false" }),
            Self::Number(number) => units_of(&oxc_syntax::number::ToJsString::to_js_string(number)),
            Self::Array(items) => {
                let mut joined = Vec::new();
                for (at, item) in items.iter().enumerate() {
                    if at > 0 {
                        joined.push(u16::from(b','));
                    }
                    if !matches!(item, Self::Undefined | Self::Null) {
                        joined.extend_from_slice(&item.to_units()?);
                    }
                    if joined.len() > MAX_TEXT_UNITS {
                        return None;
                    }
                }
                joined.into()
            }
            // Addresses and errors say what they hold.
            Self::Object(properties) => match properties.iter().find(|(name, _)| matches!(&**name, "href" | "stack")) {
                Some((_, href)) => href.to_units()?,
                None => units_of("[object Object]"),
            },
            Self::RegExp { pattern, flags } => units_of(&format!("/{pattern}/{flags}")),
            Self::Set(_) => units_of("[object Set]"),
            Self::Opaque(name) => units_of(name),
            Self::Function | Self::Unknown { .. } | Self::Impossible => return None,
        })
    }

    /// Returns `String(value)` as UTF-8; unpaired surrogates become replacement characters.
    pub(crate) fn to_text(&self) -> Option<String> {
        match self {
            Self::Text(units) => Some(text_of(units)),
            Self::Opaque(name) => Some(name.as_ref().into()),
            value => value.to_units().map(|units| text_of(&units)),
        }
    }
}

pub(super) fn units_of(text: &str) -> Rc<[u16]> {
    if text.is_ascii() { text.bytes().map(u16::from).collect() } else { text.encode_utf16().collect() }
}

/// Returns UTF-16 units as UTF-8; unpaired surrogates become replacement characters.
pub(super) fn text_of(units: &[u16]) -> String {
    if units.iter().all(|&unit| unit < 128) {
        String::from_utf8(units.iter().map(|&unit| unit as u8).collect()).unwrap_or_default()
    } else {
        String::from_utf16_lossy(units)
    }
}
