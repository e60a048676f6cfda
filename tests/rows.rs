//! Rows of models that the labelled corpus shows at work: without the row, some piece of oxsec's own rules has other findings.
//!
//! Of a row that only says that a call gives nothing of its arguments (`Neutral`) what is looked at is what came of the
//! search at each sink: a finding needs a row to be there, and such a row has none come or go.

use std::{collections::HashMap, path::Path};

use oxsec::coverage::{Piece, read};
use oxsec_rules::{Analysis, Analyzer, RuleSet, Severity};
use rayon::prelude::*;

/// A piece, and what is found in it with all rows.
struct Shown {
    piece: Piece,
    findings: Analysis,
    sinks: Analysis,
}

impl Shown {
    fn new(piece: Piece) -> Self {
        let (findings, sinks) = (analyze(&piece, RuleSet::new(), false), analyze(&piece, RuleSet::new(), true));
        Self { piece, findings, sinks }
    }

    /// Whether a row of this role makes a difference; `without` has the models without it, and no rule.
    fn shows(&self, role: &str, without: &RuleSet) -> bool {
        let differs = |judges, before: &Analysis| analyze(&self.piece, without.clone(), judges) != *before;
        differs(false, &self.findings) || role == "Neutral" && differs(true, &self.sinks)
    }
}

/// What the piece's own rule finds in it.
fn analyze(piece: &Piece, mut rules: RuleSet, judges: bool) -> Analysis {
    rules.configure(piece.rule.meta.id, Some(Severity::Error), &piece.options).unwrap();
    Analyzer::new(&rules).judging_findings(judges).analyze(&piece.filename, &piece.code)
}

/// The name that a path ends with, as code writes it: `jszip` of `jszip()`, `$scope` of `$scope.*`.
fn last_name(path: &str) -> &str {
    let mut names = path.split(['.', '(', ')']).filter(|name| !name.is_empty() && *name != "[]" && !name.contains('*'));
    let last = names.next_back().unwrap_or(path);
    // An item of a list: `useState().0`.
    if last.parse::<usize>().is_ok() { names.next_back().unwrap_or(last) } else { last }
}

/// The type that a row says a value is of.
fn type_of(role: &str) -> Option<&str> {
    let quoted = role.split('"').nth(1)?;
    (role.starts_with("Is(") || role.starts_with("Callback(")).then_some(quoted)
}

#[test]
fn every_row_of_a_model_is_shown_by_labelled_code() {
    let pieces = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus")).unwrap();
    let own = pieces.into_par_iter().filter(|piece| piece.rule.meta.id.starts_with("oxsec/"));
    let shown: Vec<Shown> = own.map(Shown::new).collect();
    let rows = RuleSet::model_rows();
    // A type of the models' own has no name that code would write: what gives it has.
    let mut given_by: HashMap<&str, Vec<&str>> = HashMap::new();
    for (path, role) in &rows {
        if let Some(name) = type_of(role) {
            given_by.entry(last_name(name)).or_default().push(last_name(path));
        }
    }
    let unshown: Vec<String> = (0..rows.len())
        .into_par_iter()
        .filter_map(|number| {
            let (path, role) = &rows[number];
            let name = last_name(path);
            let names: Vec<&str> = given_by.get(name).into_iter().flatten().copied().chain([name]).collect();
            let without = RuleSet::new().without_model_row(number);
            let mut likely = shown.iter().filter(|it| names.iter().any(|name| it.piece.code.contains(name)));
            (!likely.any(|it| it.shows(role, &without))).then(|| format!("{path} {role}"))
        })
        .collect();
    assert!(unshown.is_empty(), "{} of {} rows:\n{}", unshown.len(), rows.len(), unshown.join("\n"));
}
