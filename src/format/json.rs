//! ESLint's JSON.

use std::io::{self, Write};

use rayon::prelude::*;

use crate::check::LintResult;

/// How many results one thread writes out at a time.
const PORTION: usize = 64;

/// How many are held as text at once: enough for many threads, and few of all that there are.
const HELD: usize = 64 * PORTION;

pub fn write(results: &[LintResult], out: &mut dyn Write) -> io::Result<()> {
    out.write_all(b"[")?;
    let mut is_first = true;
    for held in results.chunks(HELD) {
        for portion in in_portions(held)? {
            let comma = usize::from(is_first);
            is_first = false;
            out.write_all(&portion[comma..])?;
        }
    }
    out.write_all(b"]\n")
}

/// Each result behind a comma, in pieces.
fn in_portions(results: &[LintResult]) -> io::Result<Vec<Vec<u8>>> {
    let text = |results: &[LintResult]| {
        let mut text = Vec::new();
        for result in results {
            text.push(b',');
            serde_json::to_writer(&mut text, result)?;
        }
        Ok(text)
    };
    // A few are not worth threads.
    if results.len() <= PORTION { Ok(vec![text(results)?]) } else { results.par_chunks(PORTION).map(text).collect() }
}
