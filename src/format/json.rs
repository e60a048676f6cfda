//! ESLint's JSON.

use std::io::{self, Write};

use crate::check::LintResult;

/// The object of one file.
pub fn object(result: &LintResult) -> Vec<u8> {
    serde_json::to_vec(result).expect("a result is numbers, texts and lists of them")
}

/// The array of all.
pub fn write(objects: &[Vec<u8>], out: &mut dyn Write) -> io::Result<()> {
    let mut before = b"[";
    for object in objects {
        out.write_all(before)?;
        out.write_all(object)?;
        before = b",";
    }
    if objects.is_empty() {
        out.write_all(before)?;
    }
    out.write_all(b"]\n")
}
