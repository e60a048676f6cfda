//! Manifests of places: one JSON object per line (`.gz` too), each a place in a file with its label.
//!
//! `{"set": "cve", "file": "a/b.js", "kind": "vulnerable", "line": 12, "end": 12, "cwe": [89]}`: `kind` is `vulnerable`
//! or `safe`, `line` and `end` may be null for a label of the whole file.

use std::{collections::HashMap, fs, path::Path};

use serde::Deserialize;

use super::{Claim, Labels, LabelsError, Origin, PlaceLabel};

#[derive(Deserialize)]
struct Row {
    #[serde(default)]
    set: Option<String>,
    file: String,
    kind: Kind,
    #[serde(default)]
    line: Option<u32>,
    #[serde(default)]
    end: Option<u32>,
    #[serde(default)]
    cwe: Vec<u16>,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Kind {
    Vulnerable,
    Safe,
}

/// Reads a manifest. `folder` contains the code: each missing file is one problem.
///
/// # Errors
///
/// The manifest cannot be read.
pub fn read_manifest(path: &Path, folder: &Path) -> Result<Labels, LabelsError> {
    let text = super::read_text(path)?;
    let name = path.display().to_string();
    let mut labels = Labels::default();
    let mut missing = std::collections::BTreeSet::new();
    let mut code = CodeLines::new(folder);
    for (index, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let row: Row = match serde_json::from_str(line) {
            Ok(row) => row,
            Err(error) => {
                labels.problem(&name, Some(index + 1), format!("this is not a label of a place: {error}"));
                continue;
            }
        };
        let stays_inside =
            Path::new(&row.file).components().all(|part| matches!(part, std::path::Component::Normal(_)));
        if !stays_inside || !folder.join(&row.file).is_file() {
            if missing.insert(row.file.clone()) {
                let reason = format!("there is no file `{}` in {}", row.file, folder.display());
                labels.problem(&name, Some(index + 1), reason);
            }
            continue;
        }
        if let Some(wrong) = row.line.and_then(|line| code.complaint(&row.file, line)) {
            labels.problem(&name, Some(index + 1), wrong);
            continue;
        }
        let claim = match row.kind {
            Kind::Vulnerable => Claim::Vulnerable(row.cwe),
            Kind::Safe => Claim::Safe(row.cwe),
        };
        labels.places.push(PlaceLabel {
            set: row.set.unwrap_or_else(|| "labels".to_owned()),
            file: row.file,
            lines: row.line.map(|line| (line, row.end.unwrap_or(line).max(line))),
            claim,
            origin: Origin { file: name.clone(), line: Some(index + 1) },
        });
    }
    labels.drop_contradictions();
    Ok(labels)
}

/// The lines of labelled files, each read once.
struct CodeLines<'f> {
    folder: &'f Path,
    /// For each line of a file, `true` if it is empty.
    empty: HashMap<String, Vec<bool>>,
}

impl<'f> CodeLines<'f> {
    fn new(folder: &'f Path) -> Self {
        Self { folder, empty: HashMap::new() }
    }

    /// Returns the reason why a label cannot be about this line.
    fn complaint(&mut self, file: &str, line: u32) -> Option<String> {
        let folder = self.folder;
        let empty = self.empty.entry(file.to_owned()).or_insert_with(|| {
            let bytes = fs::read(folder.join(file)).unwrap_or_default();
            bytes.split(|byte| *byte == b'\n').map(|line| line.trim_ascii().is_empty()).collect()
        });
        match (line as usize).checked_sub(1).and_then(|index| empty.get(index)) {
            None => Some(format!("`{file}` has no line {line}: it has {}", empty.len())),
            Some(true) => Some(format!("line {line} of `{file}` is empty")),
            Some(false) => None,
        }
    }
}
