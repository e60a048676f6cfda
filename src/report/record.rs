//! Today's findings beside those that the experiment recorded.

use crate::experiment::{Agreement, Disagreement, RecordedFinding};

use super::grid::Grid;
use super::table::{Cell, Column, Kind, Table, Target};

/// Returns the tables of agreement, and of each answer and remediation that disagrees; none where nothing was recorded.
pub fn tables(agreement: &Agreement, grid: &Grid) -> Vec<Table> {
    if agreement.answers.total + agreement.remediations.total == 0 {
        return Vec::new();
    }
    let mut tables = vec![totals(agreement)];
    if !agreement.disagreements.is_empty() {
        tables.push(disagreements(agreement, grid));
    }
    tables
}

fn totals(agreement: &Agreement) -> Table {
    let columns = vec![
        Column::new("what", "What", Kind::Text),
        Column::new("agree", "Agree", Kind::Share),
        Column::new("rate", "Rate", Kind::Percent),
    ];
    let mut table = Table::new("record", "Against the record", columns)
        .note("An answer agrees when the same rules find the same, at the same places, with the same severity.");
    table.rows = [("answers", agreement.answers), ("remediations", agreement.remediations)]
        .map(|(what, agree)| vec![what.into(), agree.into(), agree.rate().into()])
        .to_vec();
    table
}

fn disagreements(agreement: &Agreement, grid: &Grid) -> Table {
    let columns = vec![
        Column::new("model", "Model", Kind::Text),
        Column::new("prompt", "Prompt", Kind::Text),
        Column::new("iteration", "Iteration", Kind::Count),
        Column::new("round", "Round", Kind::Count),
        Column::new("lost", "Recorded only", Kind::Text),
        Column::new("gained", "Found only now", Kind::Text),
    ];
    let mut table = Table::new("disagreements", "What does not agree", columns)
        .note("Round 0 is the answer itself, the others are its remediations. A finding is named with its line.");
    table.keys = 2;
    table.rows = agreement.disagreements.iter().map(|disagreement| row(disagreement, grid)).collect();
    table
}

fn row(disagreement: &Disagreement, grid: &Grid) -> Vec<Cell> {
    let Disagreement { model, prompt, iteration, round, lost, gained, .. } = disagreement;
    let iteration_cell = Cell::from(*iteration);
    vec![
        Cell::from(*model),
        Cell::from(*prompt),
        match target(disagreement, grid) {
            Some(target) => iteration_cell.to(target),
            None => iteration_cell,
        },
        Cell::from(*round),
        Cell::from(list(lost)),
        Cell::from(list(gained)),
    ]
}

/// Returns the answer's place on the page.
fn target(disagreement: &Disagreement, grid: &Grid) -> Option<Target> {
    let model = grid.models.iter().position(|model| *model == disagreement.model)?;
    let prompt = grid.prompts.iter().position(|prompt| prompt.prompt.id == disagreement.prompt)?;
    let index =
        grid.cell(model, prompt).answers().position(|answer| answer.answer.iteration == disagreement.iteration)?;
    Some(Target::Answer { model, prompt, index })
}

fn list(findings: &[RecordedFinding]) -> String {
    findings.iter().map(|finding| format!("{} line {}", finding.rule, finding.line)).collect::<Vec<_>>().join(", ")
}
