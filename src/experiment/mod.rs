//! Stored generations: the data model, the input formats, rescoring.

mod agreement;
mod builder;
mod cursor;
mod domains;
mod fields;
mod finding;
mod folder;
mod give_back;
mod input;
mod json;
mod jsonl;
mod model;
#[cfg(feature = "parquet")]
mod parquet;
mod proofs;
mod readers;
mod reading;
mod recorded;
mod rounds;
mod row;
mod score;
mod stored;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};

use builder::Builder;
use input::Input;

pub use agreement::{Agreement, Disagreement, agreement};
pub use domains::{Domains, DomainsError};
pub use finding::Finding;
pub use give_back::{give_back, write_back};
pub use model::{
    Answer, Attempt, Basis, Document, Effect, Experiment, FileName, Model, Numbers, Origin, Place, Position, Problem,
    Prompt, RecordedFinding, Remediation, RuleMetadata, Score, Scored, ScoredAnswer, ScoredModel, ScoredPrompt,
    ScoredRemediation, Shape, Silencing, UNASSIGNED_DOMAIN,
};
pub use proofs::counting_rules;
pub use reading::{Directives, Reading, Unit, VulnerableBy};
pub use row::{Columns, ColumnsError, RowOptions};
pub use score::{Examination, Linter, score, score_in, score_watched, score_with};

const PARQUET_MAGIC: &[u8] = b"PAR1";
/// The beginnings of Arrow's files and streams, and of the older Feather's.
const ARROW_MAGICS: &[&[u8]] = &[b"ARROW1", b"FEA1", b"\xff\xff\xff\xff"];
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Reads files and folders, in any of the formats, into one experiment.
///
/// Anything that cannot be used, whole files included, becomes one of the experiment's problems; the rest is read all
/// the same.
pub fn read(paths: &[PathBuf], columns: &Columns, domains: &Domains) -> Experiment {
    let mut builder = Builder::new(domains);
    builder.keeps_all = !columns.options.for_tables;
    for path in paths {
        read_input(&mut builder, path, columns);
    }
    builder.finish()
}

/// Reads the text of a JSON experiment. `file` is its name in places and problems.
pub fn from_json(file: &str, text: &[u8], domains: &Domains) -> Experiment {
    let mut builder = Builder::new(domains);
    json::read(&mut builder, FileName::new(file.to_owned()), text);
    builder.finish()
}

fn read_input(builder: &mut Builder, path: &Path, columns: &Columns) {
    if path.is_dir() {
        return folder::read(builder, path, columns);
    }
    let is_standard_input = path.as_os_str() == input::STANDARD_INPUT;
    let name = if is_standard_input { "standard input".into() } else { path.to_string_lossy() };
    let file = FileName::new(name.into_owned());
    let left_out = |builder: &mut Builder, message: String| {
        builder.problem(Place { file: file.clone(), position: Position::Whole }, Effect::FileLeftOut, message);
    };
    let source = readers::Source { path, model: columns.options.model.as_deref() };
    let input = match Input::open(path) {
        Ok(input) => input,
        Err(message) => return left_out(builder, message),
    };
    let is_other = |magics: &[&[u8]]| magics.iter().any(|magic| input.head.starts_with(magic));
    if is_named_lines(path) && !is_other(&[PARQUET_MAGIC]) && !is_other(ARROW_MAGICS) {
        return jsonl::read(builder, columns, &file, input.into_reader(), &source);
    }
    let bytes = match input.into_bytes() {
        Ok(bytes) => bytes,
        Err(message) => return left_out(builder, message),
    };
    let text = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(&bytes);
    if text.starts_with(PARQUET_MAGIC) {
        read_parquet(builder, columns, bytes, &file);
    } else if ARROW_MAGICS.iter().any(|magic| text.starts_with(magic)) {
        left_out(
            builder,
            "is an Arrow IPC file, which is not read here: write it as Parquet (pyarrow.parquet.write_table), or use \
             the Python package, which takes Arrow tables"
                .into(),
        );
    } else if text.starts_with(readers::inspect::ARCHIVE_MAGIC) {
        match readers::inspect::archive(text, &source) {
            Ok(rows) => readers::add(builder, columns, &file, rows),
            Err(message) => left_out(builder, message),
        }
    } else if has_lines(input::bare_name(path), text) {
        jsonl::read(builder, columns, &file, text, &source);
    } else {
        json::read_other(builder, columns, file, text, &source);
    }
}

#[cfg(feature = "parquet")]
use parquet::read as read_parquet;

/// Reports that the file is not read.
#[cfg(not(feature = "parquet"))]
fn read_parquet(builder: &mut Builder, _: &Columns, _: Vec<u8>, file: &FileName) {
    let place = Place { file: file.clone(), position: Position::Whole };
    builder.problem(place, Effect::FileLeftOut, "is Parquet, which oxsec was built without".to_owned());
}

/// Returns whether a file's extension is that of JSON Lines.
fn is_named_lines(path: &Path) -> bool {
    let extension = input::bare_name(path).extension().and_then(|extension| extension.to_str());
    matches!(extension, Some("jsonl" | "ndjson"))
}

/// Returns whether a text without that extension is JSON Lines: its first line is a complete value.
fn has_lines(path: &Path, text: &[u8]) -> bool {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("json") => false,
        _ => {
            let mut lines = text.splitn(2, |byte| *byte == b'\n');
            let first_is_whole =
                lines.next().is_some_and(|line| serde_json::from_slice::<serde::de::IgnoredAny>(line).is_ok());
            first_is_whole && lines.next().is_some_and(|rest| !rest.trim_ascii().is_empty())
        }
    }
}
