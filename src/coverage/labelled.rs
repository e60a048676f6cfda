//! Labelled code: `PLUGIN/RULE/name.js`, with the expected findings marked in the file itself.
//!
//! ```js
//! // options: { "minLength": 4 }
//! const key = load('swordfish');
//! //               ^^^^^^^^^^^ useEnvironmentVariable
//! ```
//!
//! A marker is below the line on which a finding begins; its carets are below the finding's first line, before the
//! message id. `//@COLUMN messageId` marks a finding that begins too far left for a caret. Options and `// filename:
//! src/a.test.js` are in lines of their own at the top, as is `// safe: constant`, the reason why nothing is to be
//! found if that is not due to a guard. Markers and these lines are removed before the analysis, so they cannot change
//! it.

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::LazyLock,
};

use oxsec_rules::{Entry, catalogue::entries};
use regex::Regex;
use serde_json::Value;
use thiserror::Error;

use crate::check::FileKind;

/// A labelled text.
#[derive(Clone, Debug)]
pub struct Piece {
    /// The file that it was read from.
    pub file: PathBuf,
    /// The rule that it is about.
    pub rule: &'static Entry,
    /// The text without its markers.
    pub code: String,
    /// ESLint's array of options.
    pub options: Vec<Value>,
    /// The name that the rule sees.
    pub filename: String,
    /// The reason why nothing is to be found, if that is not due to a guard.
    pub safe: Option<String>,
    /// The findings that the rule must report, sorted.
    pub labels: Vec<Label>,
}

/// An expected finding. Lines and columns are ESLint's.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Label {
    pub line: u32,
    pub column: u32,
    pub message_id: String,
    /// The column after the finding's last character, where it ends on its first line and the marker shows that.
    pub end_column: Option<u32>,
}

/// The reason why labelled code cannot be used.
#[derive(Debug, Error)]
pub enum CorpusError {
    #[error("`{}` cannot be read: {error}", .path.display())]
    Unreadable { path: PathBuf, error: io::Error },
    #[error("`{}` is not a folder of labelled code: it has no PLUGIN/RULE/ of an existing rule", .0.display())]
    NoPieces(PathBuf),
    #[error("{}:{line}: {reason}", .file.display())]
    Marker { file: PathBuf, line: usize, reason: String },
}

/// Reads the labelled code of all rules that have some, sorted by rule and file.
///
/// # Errors
///
/// A file that cannot be read, an invalid marker, a folder without labelled code.
pub fn read(folder: &Path) -> Result<Vec<Piece>, CorpusError> {
    let mut pieces = Vec::new();
    for rule in entries() {
        let of_rule = folder.join(rule.meta.id);
        if !of_rule.is_dir() {
            continue;
        }
        let unreadable = |error| CorpusError::Unreadable { path: of_rule.clone(), error };
        let mut files: Vec<PathBuf> = fs::read_dir(&of_rule)
            .map_err(unreadable)?
            .map(|entry| entry.map(|entry| entry.path()))
            .collect::<Result<_, _>>()
            .map_err(unreadable)?;
        files.sort_unstable();
        for file in files.into_iter().filter(|file| FileKind::of(file) == FileKind::JavaScript) {
            let bytes = fs::read(&file).map_err(|error| CorpusError::Unreadable { path: file.clone(), error })?;
            pieces.push(parse(&file, rule, &String::from_utf8_lossy(&bytes))?);
        }
    }
    pieces.sort_by(|one, other| (one.rule.meta.id, &one.file).cmp(&(other.rule.meta.id, &other.file)));
    if pieces.is_empty() { Err(CorpusError::NoPieces(folder.to_path_buf())) } else { Ok(pieces) }
}

/// Separates a file's markers from its text.
fn parse(file: &Path, rule: &'static Entry, text: &str) -> Result<Piece, CorpusError> {
    let mut kept: Vec<&str> = Vec::new();
    let mut labels = Vec::new();
    let mut options = Vec::new();
    let mut safe = None;
    let mut filename = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    for (number, line) in text.split('\n').enumerate() {
        let wrong = |reason: String| CorpusError::Marker { file: file.to_path_buf(), line: number + 1, reason };
        if let Some(json) = line.strip_prefix("// options: ") {
            options = match serde_json::from_str(json).map_err(|error| wrong(error.to_string()))? {
                Value::Array(options) => options,
                one => vec![one],
            };
        } else if let Some(name) = line.strip_prefix("// filename: ") {
            filename = name.trim().to_string();
        } else if let Some(reason) = line.strip_prefix("// safe: ") {
            safe = Some(reason.trim().to_string());
        } else if let Some(label) = label(line, kept.len() as u32) {
            if kept.is_empty() {
                return Err(wrong("a marker must be below the line that it marks, and there is no line above".into()));
            }
            if !rule.meta.messages.contains(&label.message_id.as_str()) {
                return Err(wrong(format!("{} has no message `{}`", rule.meta.id, label.message_id)));
            }
            labels.push(label);
        } else {
            kept.push(line);
        }
    }
    labels.sort_unstable();
    Ok(Piece { file: file.to_path_buf(), rule, code: kept.join("\n"), options, filename, safe, labels })
}

/// Reads the label in a line, if it is a marker below line `line` of the text.
fn label(text: &str, line: u32) -> Option<Label> {
    static CARETS: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"^(\s*//\s*)(\^+)\s+(\S+)\s*$").expect("a fixed pattern compiles"));
    static COLUMN: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"^\s*//@(\d+)\s+(\S+)\s*$").expect("a fixed pattern compiles"));
    if let Some(found) = CARETS.captures(text) {
        let column = found[1].encode_utf16().count() as u32 + 1;
        let end_column = Some(column + found[2].len() as u32);
        return Some(Label { line, column, message_id: found[3].to_string(), end_column });
    }
    let found = COLUMN.captures(text)?;
    Some(Label { line, column: found[1].parse().ok()?, message_id: found[2].to_string(), end_column: None })
}

#[cfg(test)]
mod tests {
    use oxsec_rules::catalogue::entry;

    use super::*;

    #[test]
    fn markers_say_where_and_what() {
        let text = "// options: {}\n// filename: a/b.test.js\n// safe: constant\nlet a = f(x);\n//      ^^^^ \
                    noSelectAll\nb();\n//@1 noSelectAll\n";
        let rule = entry("pg/no-select-all").expect("the rule exists");
        let piece = parse(Path::new("corpus/x.js"), rule, text).unwrap();
        assert_eq!(piece.code, "let a = f(x);\nb();\n");
        assert_eq!(piece.filename, "a/b.test.js");
        assert_eq!(piece.safe.as_deref(), Some("constant"));
        assert_eq!(piece.options, [serde_json::json!({})]);
        let places: Vec<_> = piece.labels.iter().map(|label| (label.line, label.column, label.end_column)).collect();
        assert_eq!(places, [(1, 9, Some(13)), (2, 1, None)]);
    }

    #[test]
    fn a_marker_for_a_message_that_the_rule_does_not_have_is_refused() {
        let rule = entry("pg/no-select-all").expect("the rule exists");
        let error = parse(Path::new("x.js"), rule, "a\n//@1 nothing").unwrap_err();
        assert!(error.to_string().starts_with("x.js:2: "), "{error}");
    }
}
