//! The statuses of the answers, and the numbers of distinct ones.

use crate::answer::Status;

use super::{
    grid::Grid,
    table::{Cell, Column, Kind, Table, Target},
};

/// Returns the table of each model's answers by status, with the statuses that occur, and the numbers of distinct
/// answers.
pub fn table(grid: &Grid) -> Table {
    let all: Vec<[u32; Status::ALL.len()]> =
        (0..grid.models.len()).map(|model| grid.of_model(model).statuses).collect();
    let occurs = |status: &Status| *status == Status::Code || all.iter().any(|counts| counts[*status as usize] > 0);
    let statuses: Vec<Status> = Status::ALL.into_iter().filter(occurs).collect();
    let mut columns = vec![Column::new("model", "Model", Kind::Text)];
    columns.extend(
        statuses.iter().map(|status| Column::new(status.name().replace('-', "_"), heading(*status), Kind::Count)),
    );
    columns.push(Column::new("distinct", "Distinct", Kind::Count));
    let mut table = Table::new("statuses", "What the answers turned out to be", columns).note(
        "None but code can be clean code. Distinct answers are those whose code no earlier answer to the same \
         prompt has.",
    );
    table.rows = (grid.models.iter().zip(&all).enumerate())
        .map(|(index, (model, counts))| {
            let mut row = vec![Cell::from(*model).to(Target::Model { model: index })];
            row.extend(statuses.iter().map(|status| Cell::from(counts[*status as usize])));
            row.push(grid.of_model(index).distinct.into());
            row
        })
        .collect();
    table
}

fn heading(status: Status) -> &'static str {
    match status {
        Status::Code => "Code",
        Status::Unparsable => "Unparsable",
        Status::Empty => "Empty",
        Status::Refused => "Prose",
        Status::Fenced => "Fenced",
        Status::CutOff => "Cut off",
        Status::Patch => "Patch",
        Status::OtherLanguage => "Other language",
        Status::OverLimit => "Over a limit",
        Status::Failed => "Failed",
    }
}
