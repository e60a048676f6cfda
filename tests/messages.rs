//! The messages of each rule about its labelled code, with places, fixes and suggestions, as text for reviews.
//! `INSTA_UPDATE=always cargo test --test messages` writes the snapshots anew.

mod pieces;

use std::{collections::BTreeMap, fmt::Write};

use oxsec::{check::Folders, coverage::Piece};
use oxsec_rules::{Analyzer, Fix, LintMessage, RuleSet, Severity, catalogue::entries};

/// Returns the part of a text that a fix replaces. Ranges count UTF-16 units.
fn replaced(code: &str, fix: &Fix) -> String {
    let units: Vec<u16> = code.encode_utf16().collect();
    let [start, end] = fix.range.map(|offset| offset as usize);
    String::from_utf16_lossy(&units[start..end])
}

fn describe(text: &mut String, code: &str, message: &LintMessage) {
    let place = format!("{}:{}", message.line, message.column);
    let end =
        message.end_line.zip(message.end_column).map_or(String::new(), |(line, column)| format!("–{line}:{column}"));
    let severity = match (message.is_note, message.severity) {
        (true, _) => "note",
        (false, Severity::Warn) => "warning",
        (false, Severity::Error) => "error",
    };
    let id = message.message_id.unwrap_or("no message id");
    let node = message.node_type.unwrap_or("no node");
    let _ = writeln!(text, "  {place}{end} {severity} {id} ({node})");
    for line in message.message.lines() {
        let _ = writeln!(text, "    {line}");
    }
    let edit = |fix: &Fix| format!("{:?} → {:?}", replaced(code, fix), fix.text);
    if let Some(fix) = &message.fix {
        let _ = writeln!(text, "    fix: {}", edit(fix));
    }
    for suggestion in &message.suggestions {
        let _ =
            writeln!(text, "    suggestion {}: {}: {}", suggestion.message_id, suggestion.desc, edit(&suggestion.fix));
    }
}

fn findings(piece: &Piece) -> Vec<LintMessage> {
    let mut rules = RuleSet::new();
    rules.configure(piece.rule.meta.id, Some(Severity::Error), &piece.options).unwrap();
    let folders = Folders::default();
    Analyzer::new(&rules).analyze_in(&piece.filename, &piece.code, Some(&folders.around(&piece.file))).messages
}

#[test]
fn rules_say_what_they_said() {
    let mut pieces = pieces::all();
    pieces.sort_by(|one, other| one.file.cmp(&other.file));
    let mut said: BTreeMap<&str, String> = entries().map(|entry| (entry.meta.id, String::new())).collect();
    for piece in &pieces {
        let messages = findings(piece);
        if !messages.is_empty() {
            let text = said.get_mut(piece.rule.meta.id).unwrap();
            let _ = writeln!(text, "{}", piece.file.file_name().unwrap().display());
            messages.iter().for_each(|message| describe(text, &piece.code, message));
        }
    }
    for (id, text) in said {
        let (plugin, rule) = id.split_once('/').unwrap_or(("eslint", id));
        insta::with_settings!({
            snapshot_path => format!("snapshots/messages/{plugin}"),
            prepend_module_to_snapshot => false,
            omit_expression => true,
        }, { insta::assert_snapshot!(rule, text) });
    }
}
