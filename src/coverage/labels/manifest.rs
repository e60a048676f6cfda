//! Manifests of places: a JSON object a line (`.gz` too), each a place in a file and what is true of it.
//!
//! `{"set": "cve", "file": "a/b.js", "kind": "vulnerable", "line": 12, "end": 12, "cwe": [89]}`: `kind` is `vulnerable` or
//! `safe`, `line` and `end` may be null for a label of the whole file.

use std::{fs, io::Read, path::Path};

use serde::Deserialize;

use super::{Claim, Labels, LabelsError, Origin, PlaceLabel};

/// How large a manifest may be when unpacked, in bytes.
const MAX_MANIFEST_BYTES: u64 = 256 << 20;

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

/// Reads a manifest. `folder` holds the code: a file that is not there is a problem of its own, named once.
///
/// # Errors
///
/// The manifest cannot be read.
pub fn read_manifest(path: &Path, folder: &Path) -> Result<Labels, LabelsError> {
    let bytes = fs::read(path).map_err(|error| LabelsError::new(path, error))?;
    let mut text = Vec::new();
    let read = if bytes.starts_with(&[0x1F, 0x8B]) {
        flate2::read::MultiGzDecoder::new(bytes.as_slice()).take(MAX_MANIFEST_BYTES).read_to_end(&mut text).map(drop)
    } else {
        text = bytes;
        Ok(())
    };
    read.map_err(|error| LabelsError::new(path, error))?;
    let name = path.display().to_string();
    let mut labels = Labels::default();
    let mut missing = std::collections::BTreeSet::new();
    for (index, line) in String::from_utf8_lossy(&text).lines().enumerate().filter(|(_, line)| !line.trim().is_empty())
    {
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
