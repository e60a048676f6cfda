//! The labelled corpus.

#![allow(dead_code, reason = "each test uses some of these")]

use std::path::Path;

use oxsec::coverage::{Piece, read};

/// Returns the pieces of all rules.
pub fn all() -> Vec<Piece> {
    read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus")).unwrap()
}

/// Returns the pieces of oxsec's own rules.
pub fn own() -> Vec<Piece> {
    all().into_iter().filter(|piece| piece.rule.meta.id.starts_with("oxsec/")).collect()
}
