//! Measurement of rules by labelled code.

use std::collections::BTreeMap;

use oxsec_rules::{Analyzer, ConfigError, RuleSet, Severity, catalogue::entries};

use super::{Label, Piece};
use crate::{
    check::Folders,
    report::table::{Cell, Column, Kind, Table, Value},
    statistics::Proportion,
};

/// The results of the rules on labelled code.
pub struct Coverage<'p> {
    /// One row per rule, for every rule, sorted by id.
    pub rules: Vec<RuleCoverage<'p>>,
}

/// The results of one rule on its labelled code.
pub struct RuleCoverage<'p> {
    pub id: &'static str,
    pub outcomes: Vec<PieceOutcome<'p>>,
    /// The message ids that no finding had.
    pub silent_messages: Vec<&'static str>,
}

/// The result of a rule on one piece.
pub struct PieceOutcome<'p> {
    pub piece: &'p Piece,
    /// The number of findings that are expected and reported.
    pub found: usize,
    /// The findings that are expected and not reported.
    pub missed: Vec<Label>,
    /// The findings that are reported and not expected.
    pub unexpected: Vec<Label>,
    /// The reason why the piece could not be analyzed.
    pub fatal: Option<String>,
}

impl PieceOutcome<'_> {
    /// Returns whether the rule agrees with the labels.
    pub fn is_right(&self) -> bool {
        self.missed.is_empty() && self.unexpected.is_empty() && self.fatal.is_none()
    }
}

/// Runs each rule, alone and with the piece's own options, on its labelled code.
///
/// # Errors
///
/// A piece has options that its rule does not take.
pub fn measure(pieces: &[Piece]) -> Result<Coverage<'_>, ConfigError> {
    let mut of_rule: BTreeMap<&'static str, Vec<&Piece>> = entries().map(|entry| (entry.meta.id, Vec::new())).collect();
    for piece in pieces {
        of_rule.entry(piece.rule.meta.id).or_default().push(piece);
    }
    let mut rules = Vec::new();
    for (id, pieces) in of_rule {
        let mut spoken: Vec<String> = Vec::new();
        let mut outcomes = Vec::new();
        for piece in pieces {
            let reported = reported(piece)?;
            if let Ok(labels) = &reported {
                spoken.extend(labels.iter().map(|label| label.message_id.clone()));
            }
            outcomes.push(outcome(piece, reported));
        }
        let messages = entries().find(|entry| entry.meta.id == id).map_or(&[][..], |entry| entry.meta.messages);
        let silent_messages =
            messages.iter().copied().filter(|message| !spoken.iter().any(|said| said == message)).collect();
        rules.push(RuleCoverage { id, outcomes, silent_messages });
    }
    Ok(Coverage { rules })
}

/// Returns the rule's findings on a piece, or the reason why there are none.
fn reported(piece: &Piece) -> Result<Result<Vec<Label>, String>, ConfigError> {
    let mut rules = RuleSet::new();
    rules.configure(piece.rule.meta.id, Some(Severity::Error), &piece.options)?;
    let folders = Folders::default();
    let analyze = |rules: &RuleSet| {
        Analyzer::new(rules).analyze_in(&piece.filename, &piece.code, Some(&folders.around(&piece.file)))
    };
    let analysis = analyze(&rules);
    debug_assert_eq!(
        analysis,
        analyze(&rules.unfiltered()),
        "{} fires where its filters say that it cannot: {}",
        piece.rule.meta.id,
        piece.file.display()
    );
    if let Some(message) = analysis.messages.iter().find(|message| message.fatal) {
        return Ok(Err(format!("{}:{}: {}", message.line, message.column, message.message)));
    }
    let labels = analysis
        .messages
        .iter()
        .filter(|message| message.rule_id.as_deref() == Some(piece.rule.meta.id))
        .filter_map(|message| {
            Some(Label {
                line: message.line,
                column: message.column,
                message_id: message.message_id?.to_string(),
                end_column: message.end_column.filter(|_| message.end_line == Some(message.line)),
            })
        })
        .collect();
    Ok(Ok(labels))
}

fn outcome(piece: &Piece, reported: Result<Vec<Label>, String>) -> PieceOutcome<'_> {
    let (mut unexpected, fatal) = match reported {
        Ok(labels) => (labels, None),
        Err(reason) => (Vec::new(), Some(reason)),
    };
    let mut missed = Vec::new();
    let mut found = 0;
    for label in &piece.labels {
        match unexpected.iter().position(|finding| agrees(label, finding)) {
            Some(at) => {
                unexpected.remove(at);
                found += 1;
            }
            None => missed.push(label.clone()),
        }
    }
    PieceOutcome { piece, found, missed, unexpected, fatal }
}

/// Returns whether a finding matches a label. Carets below a finding that continues on the next line do not mark its
/// end.
fn agrees(label: &Label, finding: &Label) -> bool {
    let end_agrees = match (label.end_column, finding.end_column) {
        (Some(expected), Some(reported)) => expected == reported,
        _ => true,
    };
    (label.line, label.column, &label.message_id) == (finding.line, finding.column, &finding.message_id) && end_agrees
}

impl RuleCoverage<'_> {
    fn sum(&self, count: impl Fn(&PieceOutcome<'_>) -> usize) -> u32 {
        self.outcomes.iter().map(count).sum::<usize>() as u32
    }

    /// Returns the share of expected findings among the reported ones: how often the rule is right.
    pub fn precision(&self) -> Proportion {
        let found = self.sum(|outcome| outcome.found);
        Proportion::new(found, found + self.sum(|outcome| outcome.unexpected.len()))
    }

    /// Returns the share of reported findings among the expected ones.
    pub fn recall(&self) -> Proportion {
        let found = self.sum(|outcome| outcome.found);
        Proportion::new(found, found + self.sum(|outcome| outcome.missed.len()))
    }
}

impl<'p> Coverage<'p> {
    /// Returns the pieces on which a rule disagrees with the labels.
    pub fn wrong(&self) -> impl Iterator<Item = &PieceOutcome<'p>> {
        self.rules.iter().flat_map(|rule| &rule.outcomes).filter(|outcome| !outcome.is_right())
    }

    /// Returns a table with a row for each rule.
    pub fn table(&self) -> Table {
        let columns = vec![
            Column::new("rule", "rule", Kind::Text),
            Column::new("flagged", "flagged", Kind::Count),
            Column::new("clean", "clean", Kind::Count),
            Column::new("found", "found", Kind::Count),
            Column::new("missed", "missed", Kind::Count),
            Column::new("unexpected", "unexpected", Kind::Count),
            Column::new("precision", "precision", Kind::Percent),
            Column::new("recall", "recall", Kind::Percent),
            Column::new("silent", "messages never seen", Kind::Text),
        ];
        let mut table = Table::new("coverage", "Rules on labelled code", columns)
            .note("Flagged and clean are pieces of labelled code; found, missed and unexpected are findings.")
            .note("A rule runs alone on its own pieces, with the options that they name.");
        table.rows = self.rules.iter().map(RuleCoverage::row).collect();
        table
    }
}

impl RuleCoverage<'_> {
    fn row(&self) -> Vec<Cell> {
        let flagged = self.outcomes.iter().filter(|outcome| !outcome.piece.labels.is_empty()).count();
        let share = |proportion: Proportion| proportion.rate().map_or(Value::Empty, Value::Number);
        [
            Value::Text(self.id.to_string()),
            Value::Count(flagged as u32),
            Value::Count((self.outcomes.len() - flagged) as u32),
            Value::Count(self.sum(|outcome| outcome.found)),
            Value::Count(self.sum(|outcome| outcome.missed.len())),
            Value::Count(self.sum(|outcome| outcome.unexpected.len())),
            share(self.precision()),
            share(self.recall()),
            Value::Text(self.silent_messages.join(" ")),
        ]
        .map(|value| Cell { value, target: None })
        .into()
    }
}
