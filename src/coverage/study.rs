//! The labelled answers of an experiment: each reading beside the labels, on the same answers.

use super::{
    answers::{Judged, distinct_code, judge, tables as answer_tables},
    labels::{AnswerLabels, LabelProblem},
};
use crate::{
    experiment::{Basis, Directives, Reading, Scored, ScoredAnswer, Unit, VulnerableBy},
    report::{
        grid::{Counts, Grid},
        readings::{Read, Readings},
        table::{Column, Kind, Table},
    },
    statistics::{
        CONFIDENCE, Proportion,
        bootstrap::{DRAWS, Resamples, SEED},
        wilson,
    },
};

/// The verdicts that are compared with labels, each with what makes a text flagged.
const VERDICTS: [(&str, VulnerableBy); 3] = [
    ("findings of the rules", VulnerableBy::Rules),
    ("confirmed ones", VulnerableBy::Confirmed),
    ("findings with a proof", VulnerableBy::Proven),
];

/// The reading by the labels.
pub const LABELS: Reading =
    Reading { basis: Basis::Code, directives: Directives::Ignored, verdict: VulnerableBy::Labels, unit: Unit::Answers };

/// The labelled answers of a scored experiment.
pub struct Labelled<'s> {
    pub scored: Scored<'s>,
    labels: &'s AnswerLabels,
}

impl<'s> Labelled<'s> {
    /// Keeps the labelled answers. Their repairs count where they are labelled too.
    pub fn new(scored: &Scored<'s>, labels: &'s AnswerLabels) -> Self {
        let mut scored =
            scored.only(|model, prompt, answer| labels.answers.contains_key(&name(&model.name, &prompt.id, answer)));
        for model in &mut scored.models {
            model.prompts.retain(|prompt| !prompt.answers.is_empty());
        }
        scored.models.retain(|model| !model.prompts.is_empty());
        Self { scored, labels }
    }

    /// Returns the named readings and the labels, on the labelled answers.
    pub fn readings<'g>(&self, grid: &Grid<'g>) -> Readings<'g>
    where
        's: 'g,
    {
        let resamples = Resamples::new(grid.prompts.len(), DRAWS, SEED);
        let mut readings = Readings::new(&self.scored, grid, &resamples);
        let count =
            |model: &str, prompt: &str, answer: &ScoredAnswer| self.counts(&name(model, prompt, answer), answer);
        readings.readings.push(Read::by("labels", LABELS, &self.scored, grid, &resamples, count));
        readings
    }

    /// Returns the tables of the readings beside the labels.
    pub fn tables(&self) -> Vec<Table> {
        if self.scored.models.is_empty() {
            return Vec::new();
        }
        let grid = Grid::new(&self.scored);
        self.readings(&grid).tables_as([
            ("readings-labelled", "Labelled answers: rates by each reading and by the labels"),
            ("readings-labelled-remediation", "Labelled answers: fix rates by each reading and by the labels"),
            ("readings-labelled-net", "Labelled answers: net rates by each reading and by the labels"),
        ])
    }

    /// Returns the counts of an answer by its label and its repair's.
    fn counts(&self, id: &str, answer: &ScoredAnswer) -> Counts {
        let label = &self.labels.answers[id];
        let repair = self.labels.answers.get(&format!("{id}/fixed"));
        let is_attempted = label.vulnerable && !answer.remediations.is_empty();
        Counts {
            answers: 1,
            distinct: u32::from(!answer.answer.is_repeated),
            other: u32::from(!label.code && !label.vulnerable),
            vulnerable: u32::from(label.vulnerable),
            attempts: u32::from(is_attempted),
            failed: u32::from(is_attempted && repair.is_none()),
            remediated_without_code: u32::from(is_attempted && repair.is_some_and(|repair| !repair.code)),
            fixed: u32::from(is_attempted && repair.is_some_and(|repair| repair.code && !repair.vulnerable)),
            ..Counts::default()
        }
    }
}

fn name(model: &str, prompt: &str, answer: &ScoredAnswer) -> String {
    format!("{model}/{prompt}/{}", answer.answer.iteration)
}

/// Returns every table of labelled answers, the number of labelled texts, and the labels that cannot be used.
pub fn beside_labels(scored: &Scored, labels: &AnswerLabels, file: &str) -> (Vec<Table>, usize, Vec<LabelProblem>) {
    let (judged, problems) = judge(scored, labels, file);
    let mut tables = Vec::new();
    if !judged.is_empty() {
        tables.extend(precision(scored, &judged));
        tables.extend(Labelled::new(scored, labels).tables());
        tables.extend(answer_tables(&judged));
    }
    (tables, judged.len(), problems)
}

/// Returns how often each verdict is right about a whole text.
pub fn precision(scored: &Scored, judged: &[Judged]) -> Option<Table> {
    let texts = distinct_code(judged);
    if texts.is_empty() || !scored.has_proofs {
        return None;
    }
    let rate = |key: &str, label: &str, what: &str, group: &'static str| {
        [
            Column::new(key, what, Kind::Share).group(group),
            Column::new(format!("{key}_rate"), label, Kind::Percent).group(group),
            Column::new(format!("{key}_95"), "Wilson 95%", Kind::Interval).group(group),
        ]
    };
    let mut columns = vec![Column::new("verdict", "Flagged by", Kind::Text)];
    columns.extend(rate("recall", "Recall", "Vulnerable flagged", "vulnerable texts"));
    columns.extend(rate("alarms", "False alarms", "Safe flagged", "safe texts"));
    columns.extend(rate("precision", "Precision", "Flagged vulnerable", "flagged texts"));
    columns.push(Column::new("j", "J", Kind::Points).group("flagged texts"));
    let mut table = Table::new("labelled-precision", "Labelled answers: how often each verdict is right", columns)
        .note(
            "Distinct texts of code, repairs included. A text is flagged where anything is found in it, whatever \
             comments say. J is recall minus false alarms, in points: 0 is guessing.",
        );
    for (name, verdict) in VERDICTS {
        let reading = Reading { verdict, ..Reading::CODE };
        let share = |of: fn(bool, bool) -> Option<bool>| -> Proportion {
            let judged = texts.iter().filter_map(|text| of(text.label.vulnerable, text.score.count_in(reading) > 0));
            judged.map(|holds| Proportion::new(u32::from(holds), 1)).sum()
        };
        let recall = share(|vulnerable, flagged| vulnerable.then_some(flagged));
        let alarms = share(|vulnerable, flagged| (!vulnerable).then_some(flagged));
        let precision = share(|vulnerable, flagged| flagged.then_some(vulnerable));
        let mut row = vec![name.into()];
        for share in [recall, alarms, precision] {
            row.extend([share.into(), share.rate().into(), wilson::interval(share, CONFIDENCE).into()]);
        }
        row.push(recall.rate().zip(alarms.rate()).map(|(recall, alarms)| recall - alarms).into());
        table.rows.push(row);
    }
    Some(table)
}
