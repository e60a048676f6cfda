//! Stored generations: the data model, the formats that it is read from, rescoring.

mod agreement;
mod builder;
mod domains;
mod fields;
mod folder;
mod give_back;
mod json;
mod jsonl;
mod model;
#[cfg(feature = "parquet")]
mod parquet;
mod recorded;
mod response;
mod rounds;
mod row;
mod score;
mod stored;
#[cfg(test)]
mod tests;

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use builder::Builder;

pub use agreement::{Agreement, Disagreement, agreement};
pub use domains::{Domains, DomainsError};
pub use give_back::give_back;
pub use model::{
    Answer, Attempt, Basis, Document, Effect, Experiment, Model, Place, Position, Problem, Prompt, RecordedFinding,
    Remediation, RuleMetadata, Score, Scored, ScoredAnswer, ScoredModel, ScoredPrompt, ScoredRemediation, Shape,
    UNASSIGNED_DOMAIN,
};
pub use response::{Extraction, code_from_response};
pub use row::{Columns, ColumnsError};
pub use score::{Linter, score};

const PARQUET_MAGIC: &[u8] = b"PAR1";
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Reads files and folders, in any of the formats, into one experiment.
///
/// Whatever cannot be used is among the experiment's problems, whole files too; the rest is read all
/// the same.
pub fn read(paths: &[PathBuf], columns: &Columns, domains: &Domains) -> Experiment {
    let mut builder = Builder::new(domains);
    for path in paths {
        read_input(&mut builder, path, columns);
    }
    builder.finish()
}

/// Reads the text of a JSON experiment. `file` is what its places and problems name.
pub fn from_json(file: &str, text: &[u8], domains: &Domains) -> Experiment {
    let mut builder = Builder::new(domains);
    json::read(&mut builder, file.into(), text);
    builder.finish()
}

fn read_input(builder: &mut Builder, path: &Path, columns: &Columns) {
    if path.is_dir() {
        return folder::read(builder, path);
    }
    let file: Arc<str> = path.to_string_lossy().into();
    let bytes = match fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) => {
            let place = Place { file, position: Position::Whole };
            return builder.problem(place, Effect::FileLeftOut, format!("cannot be read: {error}"));
        }
    };
    let text = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(&bytes);
    if text.starts_with(PARQUET_MAGIC) {
        read_parquet(builder, columns, bytes, &file);
    } else if has_lines(path, text) {
        jsonl::read(builder, columns, &file, text);
    } else {
        json::read(builder, file, text);
    }
}

#[cfg(feature = "parquet")]
use parquet::read as read_parquet;

/// Says that a file is not read.
#[cfg(not(feature = "parquet"))]
fn read_parquet(builder: &mut Builder, _: &Columns, _: Vec<u8>, file: &Arc<str>) {
    let place = Place { file: file.clone(), position: Position::Whole };
    builder.problem(place, Effect::FileLeftOut, "is Parquet, which oxsec was built without".to_owned());
}

/// Whether a text is JSON Lines: by its extension, and where that says nothing, by its first line
/// being a value of its own.
fn has_lines(path: &Path, text: &[u8]) -> bool {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("jsonl" | "ndjson") => true,
        Some("json") => false,
        _ => {
            let mut lines = text.splitn(2, |byte| *byte == b'\n');
            let first_is_whole =
                lines.next().is_some_and(|line| serde_json::from_slice::<serde::de::IgnoredAny>(line).is_ok());
            first_is_whole && lines.next().is_some_and(|rest| !rest.trim_ascii().is_empty())
        }
    }
}
