//! The rows of models and the labelled corpus: without any of the rows, some piece of oxsec's own rules has other
//! findings.
//!
//! For a row that says what a call makes of a text, or that it returns nothing of it (`Op`, `Neutral`), the outcome of
//! the search at each sink counts too: such a row may exist to prevent findings.

mod pieces;

use std::{cmp::Reverse, collections::HashMap};

use oxsec::coverage::Piece;
use oxsec_rules::{Analysis, Analyzer, RuleSet, Severity};
use rayon::prelude::*;

/// A piece, and its findings with all rows.
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

    /// Returns whether a row of this role makes a difference; `without` has the models without it, and no rule.
    fn shows(&self, role: &str, without: &RuleSet) -> bool {
        let differs = |judges, before: &Analysis| analyze(&self.piece, without.clone(), judges) != *before;
        let quiets = role == "Neutral" || role.starts_with("Op(");
        differs(false, &self.findings) || quiets && differs(true, &self.sinks)
    }
}

/// Returns the findings of the piece's own rule.
fn analyze(piece: &Piece, mut rules: RuleSet, judges: bool) -> Analysis {
    rules.configure(piece.rule.meta.id, Some(Severity::Error), &piece.options).unwrap();
    Analyzer::new(&rules).judging_findings(judges).analyze(&piece.filename, &piece.code)
}

/// Returns the last name of a path, as code writes it: `jszip` of `jszip()`, `$scope` of `$scope.*`.
fn last_name(path: &str) -> &str {
    names_of(path).next_back().unwrap_or(path)
}

/// Returns the names in a path, without its calls and items of lists: `useState().0`.
fn names_of(path: &str) -> impl DoubleEndedIterator<Item = &str> {
    let is_name = |name: &&str| !name.is_empty() && !name.contains(['*', '[']) && name.parse::<usize>().is_err();
    path.split(['.', '(', ')']).filter(is_name)
}

/// The names of the functions that return a value of a type, by the type's last name. A type that only models have has
/// no name that code would write.
struct Names<'r>(HashMap<&'r str, Vec<&'r str>>);

impl<'r> Names<'r> {
    fn of(rows: &'r [(&'static str, String)]) -> Self {
        let mut given_by: HashMap<&str, Vec<&str>> = HashMap::new();
        for (path, role) in rows {
            if let Some(name) = type_of(role) {
                given_by.entry(last_name(name)).or_default().push(last_name(path));
            }
        }
        Self(given_by)
    }

    /// Returns a name, and the names of its type in code.
    fn in_code(&self, name: &'r str) -> Vec<&'r str> {
        let mut names = vec![name];
        let mut at = 0;
        while let Some(&name) = names.get(at) {
            for &other in self.0.get(name).into_iter().flatten() {
                if !names.contains(&other) {
                    names.push(other);
                }
            }
            at += 1;
        }
        names
    }
}

/// Returns the type that a row gives a value.
fn type_of(role: &str) -> Option<&str> {
    let quoted = role.split('"').nth(1)?;
    (role.starts_with("Is(") || role.starts_with("Callback(")).then_some(quoted)
}

#[test]
fn every_row_of_a_model_is_shown_by_labelled_code() {
    let shown: Vec<Shown> = pieces::own().into_par_iter().map(Shown::new).collect();
    let rows = RuleSet::model_rows();
    let names = Names::of(&rows);
    let unshown: Vec<String> = (0..rows.len())
        .into_par_iter()
        .filter_map(|number| {
            let (path, role) = &rows[number];
            let names = names.in_code(last_name(path));
            let without = RuleSet::new().without_model_row(number);
            let mut likely: Vec<&Shown> =
                shown.iter().filter(|it| names.iter().any(|name| it.piece.code.contains(name))).collect();
            // The piece that has most of the path in it, and of those the shortest, shows the row in most cases.
            likely.sort_by_cached_key(|it| {
                let here = names_of(path).filter(|name| it.piece.code.contains(name)).count();
                (Reverse(here), it.piece.code.len())
            });
            let is_shown = likely.into_iter().any(|it| it.shows(role, &without));
            (!is_shown).then(|| format!("{path} {role}"))
        })
        .collect();
    assert!(unshown.is_empty(), "of {} rows are not shown:\n{}", rows.len(), unshown.join("\n"));
}
