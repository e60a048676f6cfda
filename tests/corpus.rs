//! The labelled corpus: every rule has code of its own in which it fires, and code in which it does not.

mod pieces;

use std::path::Path;

use oxsec::coverage::measure;
use oxsec_rules::{Analyzer, RuleSet};

/// The least number of pieces of either sort that each rule has.
const MIN_PIECES_OF_A_SORT: usize = 4;

#[test]
fn rules_do_on_labelled_code_what_the_labels_say() {
    let pieces = pieces::all();
    let coverage = measure(&pieces).unwrap();
    let wrong: Vec<String> = coverage
        .wrong()
        .map(|outcome| {
            format!(
                "{}: missed {:?}, unexpected {:?}, {:?}",
                outcome.piece.file.display(),
                outcome.missed,
                outcome.unexpected,
                outcome.fatal
            )
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_rule_has_code_that_it_flags_and_code_that_it_does_not() {
    let pieces = pieces::all();
    let coverage = measure(&pieces).unwrap();
    let few: Vec<String> = coverage
        .rules
        .iter()
        .filter_map(|rule| {
            let flagged = rule.outcomes.iter().filter(|outcome| !outcome.piece.labels.is_empty()).count();
            let clean = rule.outcomes.len() - flagged;
            (flagged < MIN_PIECES_OF_A_SORT || clean < MIN_PIECES_OF_A_SORT)
                .then(|| format!("{}: {flagged} flagged, {clean} clean", rule.id))
        })
        .collect();
    assert!(few.is_empty(), "{}", few.join("\n"));
}

#[test]
fn rules_fire_on_nothing_that_they_say_they_cannot_fire_on() {
    let rules = RuleSet::preset("all").unwrap();
    let (mut filtered, mut unfiltered) = (Analyzer::new(&rules), Analyzer::new(&rules.clone().unfiltered()));
    for piece in pieces::all() {
        let (path, code) = (&piece.filename, &piece.code);
        assert_eq!(filtered.analyze(path, code), unfiltered.analyze(path, code), "{}", piece.file.display());
    }
}

/// The rules about facts: a literal, a setting, an absence is the weakness.
const FACTS: &[&str] = &[
    "clear-text-exposure",
    "cookie-flags",
    "cors",
    "hardcoded-secret",
    "insecure-randomness",
    "insecure-temporary-file",
    "stack-trace-exposure",
    "static-iv",
    "timing-comparison",
    "tls-verification",
    "token-expiry",
    "token-payload",
    "token-verification",
    "weak-cipher",
    "weak-hash",
];

#[test]
fn every_fact_is_shown_vulnerable_guarded_well_and_guarded_badly() {
    let pieces = pieces::all();
    let mut lacking = Vec::new();
    for rule in FACTS {
        let id = format!("oxsec/{rule}");
        let of_rule = || pieces.iter().filter(|piece| piece.rule.meta.id == id);
        let name = |file: &Path| file.file_name().unwrap().to_string_lossy().into_owned();
        for piece in of_rule() {
            let is_fine = name(&piece.file).starts_with("fine-");
            assert_eq!(is_fine, piece.labels.is_empty(), "{}: `fine-` and labels disagree", piece.file.display());
        }
        let count = |begin: &str| of_rule().filter(|piece| name(&piece.file).starts_with(begin)).count();
        let (fine, badly) = (count("fine-"), count("badly-"));
        let vulnerable = of_rule().count() - fine - badly;
        if [vulnerable, fine, badly].contains(&0) {
            lacking.push(format!("{id}: {vulnerable} vulnerable, {fine} guarded well, {badly} guarded badly"));
        }
    }
    assert!(lacking.is_empty(), "{}", lacking.join("\n"));
}
