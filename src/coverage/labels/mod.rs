//! Labels of the truth, or of the findings that a tool is expected to report: in files, by folders, in manifests, of
//! answers.

mod answers;
mod folders;
mod inline;
mod manifest;

use std::{
    fmt, fs,
    io::{self, Read},
    path::Path,
};

use thiserror::Error;

pub use answers::{AnswerLabel, AnswerLabels, Weakness, read_answers};
pub use folders::read_folder;
pub use manifest::read_manifest;

/// A label of one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaceLabel {
    /// The set that it belongs to: a manifest's own word, or the folder's name.
    pub set: String,
    /// The file, relative to the labelled folder, with `/`.
    pub file: String,
    /// The first and last line, 1-based; `None` where the label is about the whole file.
    pub lines: Option<(u32, u32)>,
    pub claim: Claim,
    /// The place of the label itself.
    pub origin: Origin,
}

/// The claim of a label about its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Claim {
    /// It is vulnerable, with these weaknesses, the primary one first; empty where the label names none.
    Vulnerable(Vec<u16>),
    /// It is not vulnerable to these weaknesses; to none at all where the list is empty.
    Safe(Vec<u16>),
    /// The original of a rule reports it, with this message where one is named.
    Expected { rule: String, message_id: Option<String> },
}

impl Claim {
    /// Returns the weaknesses that the claim is about.
    pub fn cwes(&self) -> &[u16] {
        match self {
            Self::Vulnerable(cwes) | Self::Safe(cwes) => cwes,
            Self::Expected { .. } => &[],
        }
    }
}

/// The place where a label is written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Origin {
    pub file: String,
    /// The line, 1-based; `None` for a label by a folder's name.
    pub line: Option<usize>,
}

impl fmt::Display for Origin {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        match self.line {
            Some(line) => write!(formatter, "{}:{line}", self.file),
            None => write!(formatter, "{}", self.file),
        }
    }
}

/// A label, or another tool's result, that cannot be used; the rest is used all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LabelProblem {
    pub origin: Origin,
    pub reason: String,
}

impl fmt::Display for LabelProblem {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        write!(formatter, "{}: {}", self.origin, self.reason)
    }
}

/// Labels, and the problems with the others.
#[derive(Debug, Default)]
pub struct Labels {
    pub places: Vec<PlaceLabel>,
    pub problems: Vec<LabelProblem>,
}

/// The reason why no labels can be read.
#[derive(Debug, Error)]
#[error("`{}` cannot be read: {error}", .path)]
pub struct LabelsError {
    pub path: String,
    pub error: io::Error,
}

impl LabelsError {
    pub fn new(path: &Path, error: io::Error) -> Self {
        Self { path: path.display().to_string(), error }
    }
}

/// The bytes of the largest file of labels after decompression.
const MAX_LABEL_BYTES: u64 = 256 << 20;

/// Returns the text of a file of labels, decompressed where it is gzip.
fn read_text(path: &Path) -> Result<String, LabelsError> {
    let bytes = fs::read(path).map_err(|error| LabelsError::new(path, error))?;
    let mut text = Vec::new();
    if bytes.starts_with(&[0x1F, 0x8B]) {
        let mut unpacked = flate2::read::MultiGzDecoder::new(bytes.as_slice()).take(MAX_LABEL_BYTES);
        unpacked.read_to_end(&mut text).map_err(|error| LabelsError::new(path, error))?;
    } else {
        text = bytes;
    }
    Ok(String::from_utf8_lossy(&text).into_owned())
}

impl Labels {
    fn problem(&mut self, file: &str, line: Option<usize>, reason: impl Into<String>) {
        let origin = Origin { file: file.to_owned(), line };
        self.problems.push(LabelProblem { origin, reason: reason.into() });
    }

    /// Removes places that one label calls vulnerable and another safe, to the same weakness, and records them as
    /// problems.
    pub fn drop_contradictions(&mut self) {
        let contradicts = |one: &PlaceLabel, other: &PlaceLabel| match (&one.claim, &other.claim) {
            (Claim::Vulnerable(bad), Claim::Safe(good)) => {
                one.file == other.file
                    && one.lines == other.lines
                    && (bad.is_empty() || good.is_empty() || bad.iter().any(|cwe| good.contains(cwe)))
            }
            _ => false,
        };
        let mut by_file: Vec<usize> = (0..self.places.len()).collect();
        by_file.sort_by(|&one, &other| {
            let key = |place: usize| (&self.places[place].file, self.places[place].lines);
            key(one).cmp(&key(other))
        });
        let mut wrong = vec![false; self.places.len()];
        let same_place = |one: &usize, other: &usize| {
            let (one, other) = (&self.places[*one], &self.places[*other]);
            (&one.file, one.lines) == (&other.file, other.lines)
        };
        let mut problems = Vec::new();
        for here in by_file.chunk_by(same_place) {
            for &bad in here {
                let Some(&good) = here.iter().find(|&&good| contradicts(&self.places[bad], &self.places[good])) else {
                    continue;
                };
                (wrong[bad], wrong[good]) = (true, true);
                let reason = format!("the place is called vulnerable here and safe at {}", self.places[good].origin);
                problems.push(LabelProblem { origin: self.places[bad].origin.clone(), reason });
            }
        }
        self.problems.extend(problems);
        let mut wrong = wrong.into_iter();
        self.places.retain(|_| !wrong.next().unwrap_or(false));
    }
}

/// Returns the numbers in a list of CWEs, such as `CWE-89, CWE-90` or `89`.
///
/// # Errors
///
/// The part that is not a CWE.
pub(super) fn cwes(text: &str) -> Result<Vec<u16>, String> {
    text.split([',', ' ']).map(str::trim).filter(|part| !part.is_empty()).map(cwe).collect()
}

fn cwe(text: &str) -> Result<u16, String> {
    let number = text.strip_prefix("CWE-").or_else(|| text.strip_prefix("cwe-")).unwrap_or(text);
    number.parse().map_err(|_| format!("`{text}` is not a weakness such as CWE-89"))
}
