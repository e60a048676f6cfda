//! Writes synthesised answers as JSON Lines rows: `cargo run --profile dist --example synthesise -- 1000000`.

#[path = "../support/mod.rs"]
mod support;

use std::io::{self, BufWriter, Write};

fn main() -> io::Result<()> {
    let rows = std::env::args().nth(1).and_then(|rows| rows.parse().ok()).unwrap_or(1000);
    let synthesis = support::Synthesis::new(support::answers().1);
    // More than these many are repeated: making them costs more than answering them.
    let distinct: Vec<String> = (0..rows.min(100_000))
        .map(|number| serde_json::to_string(&synthesis.answer(number)).expect("a text is JSON"))
        .collect();
    let mut out = BufWriter::new(io::stdout().lock());
    for (id, code) in distinct.iter().cycle().take(rows).enumerate() {
        writeln!(out, "{{\"id\":{id},\"code\":{code}}}")?;
    }
    out.flush()
}
