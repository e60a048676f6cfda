//! The form of comments in the sources: how doc comments begin, and how wide lines are.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// The folders of the sources.
const FOLDERS: &[&str] = &["rules", "src", "xtask", "benches", "fuzz/src", "fuzz/fuzz_targets", "python/src", "tests"];

/// Words with which a doc comment describes a thing by a question or an index instead of naming it.
const INDIRECT_OPENINGS: &[&str] = &["What", "Whether", "Where", "By", "Of"];

/// The columns of the longest line, comments included.
const MAX_COLUMNS: usize = 120;

/// Files with wider lines of code, and the reason. Their comments are within the columns all the same.
const WIDE_CODE: &[(&str, &str)] = &[
    ("rules/flow/models", "a row of a model is one line"),
    ("src/generation/repair.rs", "an inline snapshot has the prompt's own lines"),
    ("tests", "recorded output and input files are written as they are"),
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() && path.file_name().is_some_and(|name| name != "target") {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// Returns the text of a doc comment's line, and its marker.
fn doc(line: &str) -> Option<(&str, &str)> {
    let line = line.trim_start();
    ["///", "//!"].iter().find_map(|marker| Some((*marker, line.strip_prefix(marker)?.trim_start())))
}

/// Returns the numbers of the lines with a fault, each with the fault.
fn faults(text: &str, may_be_wide: bool) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut marker_before = None;
    for (index, line) in text.lines().enumerate() {
        let comment = doc(line);
        let begins = comment.filter(|(marker, _)| marker_before != Some(*marker));
        marker_before = comment.map(|(marker, _)| marker);
        let first_word = begins.and_then(|(_, text)| text.split(|letter: char| !letter.is_alphanumeric()).next());
        if let Some(word) = first_word.filter(|word| INDIRECT_OPENINGS.contains(word)) {
            found.push((index + 1, format!("the doc comment begins with \"{word}\"; name what it is or returns")));
        }
        let columns = line.chars().count();
        let is_limited = !may_be_wide || line.trim_start().starts_with("//");
        if columns > MAX_COLUMNS && is_limited {
            found.push((index + 1, format!("{columns} columns, more than {MAX_COLUMNS}")));
        }
    }
    found
}

#[test]
fn comments_name_their_subject_and_fit_their_columns() {
    let mut files = Vec::new();
    for folder in FOLDERS {
        sources(&root().join(folder), &mut files);
    }
    assert!(files.len() > 400, "the sources are read");
    let mut complaints = Vec::new();
    for path in files {
        let name = path.strip_prefix(root()).unwrap().to_str().unwrap();
        let may_be_wide = WIDE_CODE.iter().any(|(file, _)| name.starts_with(file));
        for (line, fault) in faults(&fs::read_to_string(&path).unwrap(), may_be_wide) {
            complaints.push(format!("{name}:{line}: {fault}"));
        }
    }
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}

#[test]
fn faults_are_found_at_their_lines() {
    let wide = "x".repeat(MAX_COLUMNS + 1);
    let text =
        format!("//! What it is.\n\n/// Whether so.\n/// Of it, more.\nfn f() {{}}\n// By name.\n{wide}\n// {wide}\n");
    let lines = |may_be_wide| faults(&text, may_be_wide).into_iter().map(|(line, _)| line).collect::<Vec<_>>();
    assert_eq!(lines(false), [1, 3, 7, 8]);
    assert_eq!(lines(true), [1, 3, 8]);
    assert!(faults("/// Whatever it is.\n/// - By name\n", false).is_empty());
}
