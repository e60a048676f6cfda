//! Tokens and passwords.

use super::{Row, is};

#[rustfmt::skip]
pub const ROWS: &[Row] = &[
    is("jwt-simple", "jsonwebtoken"),
];
