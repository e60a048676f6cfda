//! ESLint's JSON.

use crate::check::LintResult;

/// The object of one file.
pub fn object(result: &LintResult) -> Vec<u8> {
    serde_json::to_vec(result).expect("a result is numbers, texts and lists of them")
}

/// What stands in an array before an object, behind so many others.
pub fn before(others: usize) -> &'static [u8] {
    if others == 0 { b"[" } else { b"," }
}

/// What ends an array of so many objects.
pub fn end(objects: usize) -> &'static [u8] {
    if objects == 0 { b"[]\n" } else { b"]\n" }
}
