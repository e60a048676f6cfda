//! The values of literals.

use std::borrow::Cow;

/// The value of a `Literal` node.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Literal<'a> {
    String(&'a str),
    Number(f64),
    Boolean(bool),
    Null,
    /// The digits in base ten, without the `n`.
    BigInt(&'a str),
    /// The pattern between the slashes, and the whole literal with slashes and flags.
    RegExp {
        pattern: &'a str,
        source: &'a str,
    },
}

impl<'a> Literal<'a> {
    /// Converts as JavaScript's `String(value)`.
    pub fn to_text(self) -> Cow<'a, str> {
        match self {
            Literal::String(text) | Literal::BigInt(text) => Cow::Borrowed(text),
            Literal::RegExp { source, .. } => Cow::Borrowed(source),
            Literal::Number(number) => Cow::Owned(oxc_syntax::number::ToJsString::to_js_string(&number)),
            Literal::Boolean(true) => Cow::Borrowed("true"),
            Literal::Boolean(false) => Cow::Borrowed("false"),
            Literal::Null => Cow::Borrowed("null"),
        }
    }

    /// Returns whether the value is truthy in JavaScript.
    pub fn is_truthy(self) -> bool {
        match self {
            Literal::String(text) => !text.is_empty(),
            Literal::Number(number) => number != 0.0 && !number.is_nan(),
            Literal::Boolean(value) => value,
            Literal::Null => false,
            Literal::BigInt(digits) => digits.bytes().any(|digit| digit != b'0'),
            Literal::RegExp { .. } => true,
        }
    }
}
