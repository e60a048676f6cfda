//! The form of comments in the sources: how doc comments begin, and how wide lines are.

mod sources;

use std::fs;

/// The folders of the sources.
const FOLDERS: &[&str] = &["rules", "src", "xtask", "benches", "fuzz/src", "fuzz/fuzz_targets", "python/src", "tests"];

/// Words with which a comment describes a thing by a question or an index instead of naming it.
const INDIRECT_OPENINGS: &[&str] = &["What", "Whether", "Where", "Which", "By", "Of"];

/// Phrases to avoid in comments, each with its replacement.
const RIDDLES: &[(&str, &str)] = &[
    ("stands for", "say \"is\", \"means\" or \"replaces\""),
    ("stand for", "say \"are\", \"mean\" or \"replace\""),
    ("said aloud", "say \"with a message\""),
];

/// The columns of the longest line, comments included.
const MAX_COLUMNS: usize = 120;

/// Files with wider lines of code, and the reason. Their comments are within the columns all the same.
const WIDE_CODE: &[(&str, &str)] = &[
    ("rules/flow/models", "a row of a model is one line"),
    ("src/generation/repair.rs", "an inline snapshot has the prompt's own lines"),
    ("tests", "recorded output and input files are written as they are"),
];

/// A comment, or a part of one, on a line.
struct Comment<'l> {
    /// The slashes: `///`, `//!` or `//`.
    marker: &'static str,
    text: &'l str,
    /// There is code before it on the line.
    is_trailing: bool,
}

impl<'l> Comment<'l> {
    /// Returns the comment on a line, if there is one. Two slashes after an odd number of quotes are in a string.
    fn of(line: &'l str) -> Option<Self> {
        let begins = |marker: &&'static str| line.trim_start().starts_with(*marker);
        if let Some(marker) = ["///", "//!", "//"].into_iter().find(begins) {
            return Some(Self { marker, text: line.trim_start()[marker.len()..].trim(), is_trailing: false });
        }
        let (code, text) = line.split_once(" // ")?;
        (code.matches('"').count() % 2 == 0).then_some(Self { marker: "//", text: text.trim(), is_trailing: true })
    }

    fn first_word(&self) -> &'l str {
        self.text.split(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default()
    }
}

/// Returns whether a line begins a function.
fn is_function(line: &str) -> bool {
    let mut words = line.split('(').next().unwrap_or_default().split_whitespace();
    words.any(|word| word == "fn") && words.next().is_some()
}

/// Returns whether a doc comment of a function begins with a verb, "The", or a heading.
fn begins_like_a_function(text: &str) -> bool {
    let word = text.split([' ', ',', ':']).next().unwrap_or_default();
    matches!(word, "The" | "#") || word.starts_with(char::is_uppercase) && word.ends_with('s')
}

/// Returns the numbers of the lines with a fault, each with the fault.
fn faults(text: &str, may_be_wide: bool) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut marker_before = None;
    // The line and the first words of the doc comment above.
    let mut documented: Option<(usize, &str)> = None;
    let mut is_test = false;
    for (index, line) in text.lines().enumerate() {
        let number = index + 1;
        let comment = Comment::of(line);
        if let Some(comment) = &comment {
            if comment.is_trailing || marker_before != Some(comment.marker) {
                let word = comment.first_word();
                if INDIRECT_OPENINGS.contains(&word) {
                    found.push((number, format!("the comment begins with \"{word}\"; name what it is or returns")));
                }
                if comment.marker == "///" {
                    documented = Some((number, comment.text));
                }
            }
            for (phrase, plain) in RIDDLES.iter().filter(|(phrase, _)| comment.text.contains(phrase)) {
                found.push((number, format!("\"{phrase}\": {plain}")));
            }
        }
        let is_code = comment.as_ref().is_none_or(|comment| comment.is_trailing);
        marker_before = comment.filter(|comment| !comment.is_trailing).map(|comment| comment.marker);
        is_test |= line.trim_start().starts_with("#[") && line.contains("test");
        if is_code && !line.trim_start().starts_with("#[") {
            if let Some((place, words)) = documented.take()
                && is_function(line)
                && !is_test
                && !begins_like_a_function(words)
            {
                found.push((place, "the doc comment of a function begins with neither a verb nor \"The\"".to_owned()));
            }
            is_test = false;
        }
        let columns = line.chars().count();
        let is_limited = !may_be_wide || line.trim_start().starts_with("//");
        if columns > MAX_COLUMNS && is_limited {
            found.push((number, format!("{columns} columns, more than {MAX_COLUMNS}")));
        }
    }
    found
}

#[test]
fn comments_name_their_subject_and_fit_their_columns() {
    let files: Vec<_> = FOLDERS.iter().flat_map(|folder| sources::below(folder, &["target"])).collect();
    assert!(files.len() > 400, "the sources are read");
    let mut complaints = Vec::new();
    for path in files {
        let name = path.strip_prefix(sources::root()).unwrap().to_str().unwrap();
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
    let text = [
        "//! What it is.",
        "",
        "/// Whether so.",
        "/// Of it, more.",
        "fn f() {}",
        "// By name.",
        "// Of it, more.",
        &wide,
        "let a = b; // Where it is.",
        &format!("let a = \"b // {} it is\";", "Where"),
        "/// A name.",
        "#[cold]",
        "pub fn g() {}",
        "/// A name.",
        "const H: fn() = g;",
        "/// A name.",
        "#[test]",
        "fn i() {}",
        &format!("// {wide}"),
        "// It stands for a name.",
    ];
    let lines =
        |may_be_wide| faults(&text.join("\n"), may_be_wide).into_iter().map(|(line, _)| line).collect::<Vec<_>>();
    assert_eq!(lines(false), [1, 3, 3, 6, 8, 9, 11, 19, 20]);
    assert_eq!(lines(true), [1, 3, 3, 6, 9, 11, 19, 20]);
    let fine = "/// Whatever it is.\n/// - By name\nconst A: u8 = 1;\n/// Returns it.\nfn f() {}\n";
    assert!(faults(fine, false).is_empty());
}
