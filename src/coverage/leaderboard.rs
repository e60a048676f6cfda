//! A document of the leaderboard in every reading.

use std::fmt::Write;

use super::{
    Impact,
    answers::judge,
    conclusions,
    labels::AnswerLabels,
    study::{Labelled, precision},
};
use crate::{
    experiment::{Basis, Scored},
    report::{
        grid::Grid,
        markdown,
        readings::{Figures, Readings},
        table::{Column, Kind, Table, Value, percent},
    },
    statistics::{
        CONFIDENCE, Interval, Proportion,
        bootstrap::{DRAWS, Resamples, SEED},
        wilson,
    },
};

/// The sources of a document, for its first lines.
pub struct Sources<'d> {
    /// The command that makes it again.
    pub command: &'d str,
    /// The name and digest of each file.
    pub files: &'d [(String, String)],
}

/// Returns the document: the conclusions of the published reading, and every rate in every reading beside it, on all
/// answers and on the labelled ones.
pub fn document(scored: &Scored, labels: Option<(&AnswerLabels, &str)>, sources: &Sources) -> String {
    let grid = Grid::new(scored);
    let resamples = Resamples::new(grid.prompts.len(), DRAWS, SEED);
    let all = Readings::new(scored, &grid, &resamples);
    let mut text = head(&all, sources);
    let mut tables =
        vec![conclusions::table("conclusions", "What of the published conclusions survives: all tasks", &all, &all)];
    let of_labels = labels.map(|(labels, file)| (Labelled::new(scored, labels), judge(scored, labels, file).0));
    let of_labels = of_labels.filter(|(labelled, _)| !labelled.scored.models.is_empty());
    if let Some((labelled, judged)) = &of_labels {
        let grid = Grid::new(&labelled.scored);
        let beside = labelled.readings(&grid);
        tables.push(conclusions::table(
            "conclusions-labelled",
            "What of the published conclusions survives: labelled tasks",
            &all,
            &beside,
        ));
        tables.extend(rates(&all, ALL_TASKS));
        tables.push(Impact::new(scored, Basis::Published).counted_once());
        let _ = writeln!(
            text,
            "\nLabelled are the answers to {} of the {} prompts, and their repairs.",
            grid.prompts.len(),
            scored.models.iter().map(|model| model.prompts.len()).max().unwrap_or(0)
        );
        tables.extend(rates(&beside, LABELLED_TASKS));
        tables.extend(precision(scored, judged));
    } else {
        tables.extend(rates(&all, ALL_TASKS));
        tables.push(Impact::new(scored, Basis::Published).counted_once());
    }
    text.push('\n');
    text.push_str(&markdown::render(&[], &tables));
    text
}

fn head(readings: &Readings, sources: &Sources) -> String {
    let mut text = String::from("# A leaderboard in every reading\n\n");
    let _ = writeln!(
        text,
        "Generated; not edited by hand. The same answers and repairs are counted in several ways, and the conclusions \
         of the published one are held against the others.\n\n    {}\n",
        sources.command
    );
    for (name, digest) in sources.files {
        let _ = writeln!(text, "- `{name}`, SHA-256 `{digest}`");
    }
    text.push('\n');
    for read in &readings.readings {
        let _ = writeln!(text, "- **{}**: {}.", read.name, read.reading.in_words());
    }
    text.push_str(
        "- **labels**: what people who read the code say of it, among answers that are code.\n\
         - Pairs of rules that report one finding twice change no rate, since a rate counts answers; findings with \
         each place counted once are in a table of their own.\n",
    );
    text
}

type Names = [(&'static str, &'static str); 4];

const ALL_TASKS: Names = [
    ("rates", "Vulnerable answers: all tasks"),
    ("rates-clustered", "Vulnerable answers, whole prompts resampled: all tasks"),
    ("fix-rates", "Repaired answers: all tasks"),
    ("net-rates", "Vulnerable after repair: all tasks"),
];

const LABELLED_TASKS: Names = [
    ("rates-labelled", "Vulnerable answers: labelled tasks"),
    ("rates-labelled-clustered", "Vulnerable answers, whole prompts resampled: labelled tasks"),
    ("fix-rates-labelled", "Repaired answers: labelled tasks"),
    ("net-rates-labelled", "Vulnerable after repair: labelled tasks"),
];

/// Returns the tables of rates with their intervals, a column for each reading.
fn rates(readings: &Readings, names: Names) -> Vec<Table> {
    let wilson = |share: Proportion| wilson::interval(share, CONFIDENCE);
    let shown = |share: Proportion, interval: Option<Interval>, rank: Option<usize>| {
        let (Some(rate), Some(interval)) = (share.rate(), interval) else { return Value::Empty };
        let rank = rank.map(|rank| format!(", rank {rank}")).unwrap_or_default();
        let interval = Kind::Interval.show(&Value::Interval(interval));
        Value::Text(format!("{} of {}, {} ({interval}){rank}", share.count, share.total, percent(rate)))
    };
    let columns: [&dyn Fn(&Figures) -> Value; 4] = [
        &|figures| {
            let share = figures.vulnerable.proportion;
            shown(share, figures.vulnerable.wilson, figures.rank)
        },
        &|figures| shown(figures.vulnerable.proportion, figures.vulnerable.clustered, None),
        &|figures| shown(figures.fixed, wilson(figures.fixed), None),
        &|figures| shown(figures.net, wilson(figures.net), figures.net_rank),
    ];
    let notes = [
        "In parentheses Wilson's 95% interval, answers taken as independent.",
        "In parentheses the 95% interval from resampling whole prompts.",
        "Of the vulnerable answers for which a repair was asked for; in parentheses Wilson's 95% interval. Repairs \
         were asked for where the rules of the time found something.",
        "Answers that are vulnerable and that no repair mended; in parentheses Wilson's 95% interval.",
    ];
    names
        .into_iter()
        .zip(notes)
        .zip(columns)
        .map(|((names, note), cell)| side_by_side(readings, names, cell).note(note))
        .collect()
}

/// Returns a table with a row for each model and a column for each reading.
fn side_by_side(
    readings: &Readings,
    (id, title): (&'static str, &'static str),
    cell: &dyn Fn(&Figures) -> Value,
) -> Table {
    let mut columns = vec![Column::new("model", "Model", Kind::Text)];
    columns.extend(readings.readings.iter().map(|read| Column::new(read.name, read.name, Kind::Text)));
    let mut table = Table::new(id, title, columns);
    for (index, model) in readings.models.iter().enumerate() {
        let mut row = vec![(*model).into()];
        row.extend(readings.readings.iter().map(|read| cell(&read.models[index]).into()));
        table.rows.push(row);
    }
    table
}
