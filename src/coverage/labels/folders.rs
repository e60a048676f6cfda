//! Labelled folders: labels in the files, and those of the folders `vulnerable/` and `safe/`.

use std::{fs, path::Path};

use super::{Claim, Labels, LabelsError, Origin, PlaceLabel, inline};
use crate::check::FileKind;

/// Reads the labels of a folder: comments in its files, and folders named `vulnerable` or `safe`. Such a folder is
/// about the weakness that a folder above it is named after (`CWE-89/vulnerable/…`), or about any.
///
/// # Errors
///
/// The folder cannot be read.
pub fn read_folder(folder: &Path) -> Result<Labels, LabelsError> {
    let set = folder.file_name().map_or_else(|| "labels".to_owned(), |name| name.to_string_lossy().into_owned());
    let mut labels = Labels::default();
    fs::read_dir(folder).map_err(|error| LabelsError::new(folder, error))?;
    let walk = ignore::WalkBuilder::new(folder).standard_filters(false).sort_by_file_path(|a, b| a.cmp(b)).build();
    for entry in walk {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                labels.problem(&folder.display().to_string(), None, error.to_string());
                continue;
            }
        };
        let is_code =
            entry.file_type().is_some_and(|kind| kind.is_file()) && FileKind::of(entry.path()) == FileKind::JavaScript;
        if !is_code {
            continue;
        }
        let relative = entry.path().strip_prefix(folder).unwrap_or(entry.path());
        let file = relative.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/");
        match fs::read(entry.path()) {
            Ok(bytes) => {
                let before = labels.places.len();
                inline::read(&String::from_utf8_lossy(&bytes), &file, &set, &mut labels);
                // The labels in the file itself take precedence over its folder's.
                if labels.places.len() == before
                    && let Some(claim) = folder_claim(relative)
                {
                    let origin = Origin { file: file.clone(), line: None };
                    labels.places.push(PlaceLabel { set: set.clone(), file, lines: None, claim, origin });
                }
            }
            Err(error) => labels.problem(&file, None, format!("the file cannot be read: {error}")),
        }
    }
    labels.drop_contradictions();
    Ok(labels)
}

/// Returns the claim of the innermost folder named `vulnerable` or `safe`.
fn folder_claim(file: &Path) -> Option<Claim> {
    let folders: Vec<String> = file.parent()?.iter().map(|part| part.to_string_lossy().into_owned()).collect();
    let weaknesses = folders.iter().rev().find_map(|name| super::cwes(name).ok()).unwrap_or_default();
    folders.iter().rev().find_map(|name| match name.as_str() {
        "vulnerable" => Some(Claim::Vulnerable(weaknesses.clone())),
        "safe" => Some(Claim::Safe(weaknesses.clone())),
        _ => None,
    })
}
