//! Findings do not depend on the order in which the engine is asked: not on the other rules, not on filters, not on the
//! order of functions in a file.

mod pieces;

use std::collections::BTreeSet;

use oxsec::coverage::Piece;
use oxsec_rules::{Analysis, Analyzer, RuleSet, Severity};
use rayon::prelude::*;

/// A finding: its rule, its place, its message id, and whether it is an error.
type Key = (String, u32, u32, &'static str, bool);

fn keys(analysis: &Analysis) -> BTreeSet<Key> {
    let key = |message: &oxsec_rules::LintMessage| {
        let rule = message.rule_id.as_deref().unwrap_or_default().to_owned();
        let id = message.message_id.unwrap_or_default();
        (rule, message.line, message.column, id, message.severity == Severity::Error)
    };
    analysis.messages.iter().map(key).collect()
}

/// Runs a check of each piece, which returns what differs, and fails with all that does.
fn hold(check: impl Fn(&Piece) -> Vec<String> + Sync) {
    let pieces = pieces::own();
    let differing = |piece: &Piece| {
        let found = check(piece);
        (!found.is_empty()).then(|| format!("{}:\n  {}", piece.file.display(), found.join("\n  ")))
    };
    let wrong: Vec<String> = pieces.par_iter().filter_map(differing).collect();
    assert!(wrong.is_empty(), "{} of {}\n{}", wrong.len(), pieces.len(), wrong.join("\n"));
}

/// Returns the findings that are in one of two sets alone.
fn difference(name: &str, one: &BTreeSet<Key>, other: &BTreeSet<Key>) -> Vec<String> {
    let missing = one.difference(other).map(|key| format!("not {name}: {key:?}"));
    missing.chain(other.difference(one).map(|key| format!("only {name}: {key:?}"))).collect()
}

#[test]
fn a_rule_finds_alone_what_it_finds_with_the_others() {
    let all = RuleSet::preset("oxsec").unwrap();
    let ids: Vec<(&str, Severity)> = all.rules().collect();
    let alone: Vec<(&str, RuleSet)> = ids
        .into_iter()
        .map(|(id, severity)| {
            let mut rules = RuleSet::new();
            rules.configure(id, Some(severity), &[]).unwrap();
            (id, rules)
        })
        .collect();
    hold(|piece| {
        let together = keys(&Analyzer::new(&all).analyze(&piece.filename, &piece.code));
        let mut differing = Vec::new();
        for (id, rules) in &alone {
            let of_rule = together.iter().filter(|key| key.0 == *id).cloned().collect();
            let found = keys(&Analyzer::new(rules).analyze(&piece.filename, &piece.code));
            let found = found.into_iter().filter(|key| !key.0.is_empty()).collect();
            differing.extend(difference("alone", &of_rule, &found));
        }
        differing
    });
}

#[test]
fn filters_and_records_change_no_finding() {
    let all = RuleSet::preset("oxsec").unwrap();
    let unfiltered = all.clone().unfiltered();
    hold(|piece| {
        let analyze =
            |rules, judges| keys(&Analyzer::new(rules).judging_findings(judges).analyze(&piece.filename, &piece.code));
        let found = analyze(&all, false);
        let mut differing = difference("without filters", &found, &analyze(&unfiltered, false));
        differing.extend(difference("with records", &found, &analyze(&all, true)));
        differing
    });
}

#[test]
fn the_order_of_functions_changes_no_finding() {
    let all = RuleSet::preset("oxsec").unwrap();
    hold(|piece| {
        let Some((code, places)) = reversed(&piece.code) else { return Vec::new() };
        let found = keys(&Analyzer::new(&all).analyze(&piece.filename, &piece.code));
        let back = |(rule, line, column, id, is_error): Key| (rule, places[line as usize - 1], column, id, is_error);
        let moved = keys(&Analyzer::new(&all).analyze(&piece.filename, &code)).into_iter().map(back).collect();
        difference("in reversed order", &found, &moved)
    });
}

/// Returns the text with its plain functions at the top in reversed order, and the line that each of its lines had;
/// `None` if it has fewer than two.
fn reversed(code: &str) -> Option<(String, Vec<u32>)> {
    let lines: Vec<&str> = code.lines().collect();
    let mut functions: Vec<std::ops::Range<usize>> = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let is_function = lines[at].starts_with("function ") || lines[at].starts_with("async function ");
        let is_end = |line: &&str| *line == "}" || line.starts_with("function ") && line.ends_with('}');
        let length = lines[at..].iter().position(is_end).filter(|_| is_function).map_or(0, |length| length + 1);
        if length > 0 {
            functions.push(at..at + length);
        }
        at += length.max(1);
    }
    if functions.len() < 2 {
        return None;
    }
    let mut order = Vec::new();
    let mut begin = 0;
    for (place, moved) in functions.iter().zip(functions.iter().rev()) {
        order.extend(begin..place.start);
        order.extend(moved.clone());
        begin = place.end;
    }
    order.extend(begin..lines.len());
    let text: String = order.iter().flat_map(|&line| [lines[line], "\n"]).collect();
    Some((text, order.iter().map(|&line| line as u32 + 1).collect()))
}

#[test]
fn functions_are_reversed_in_their_places() {
    let code = "a();\nfunction b() {\n  c();\n}\nd();\nfunction e() { f(); }\ng();\n";
    let (text, places) = reversed(code).unwrap();
    assert_eq!(text, "a();\nfunction e() { f(); }\nd();\nfunction b() {\n  c();\n}\ng();\n");
    assert_eq!(places, [1, 6, 5, 2, 3, 4, 7]);
    assert!(reversed("function b() {\n}\n").is_none());
}
