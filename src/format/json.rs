//! ESLint's JSON.

use std::io::{self, Write};

use crate::check::LintResult;

pub fn write(results: &[LintResult], out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer(&mut *out, results)?;
    out.write_all(b"\n")
}
