//! Comparison of labels of answers with the findings in them.

use std::collections::{BTreeMap, HashSet};

use oxsec_rules::catalogue::entry;

use super::labels::{AnswerLabel, AnswerLabels, LabelProblem, Origin};
use crate::{
    experiment::{Score, Scored},
    report::table::{Cell, Column, Kind, Table},
    statistics::{Proportion, wilson},
};

/// A labelled text of an experiment with its findings.
pub struct Judged<'s> {
    pub model: &'s str,
    pub is_repair: bool,
    pub code: &'s str,
    pub label: &'s AnswerLabel,
    pub score: &'s Score,
    /// An earlier text of the same prompt differs only in the white space around it.
    pub is_repeated: bool,
}

/// Joins labels and answers by id. A label without an answer is a problem; an answer without a label is skipped.
pub fn judge<'s>(scored: &'s Scored<'s>, labels: &'s AnswerLabels, file: &str) -> (Vec<Judged<'s>>, Vec<LabelProblem>) {
    let mut judged = Vec::new();
    let mut met: HashSet<&str> = HashSet::new();
    let mut texts: HashSet<(&str, &str)> = HashSet::new();
    for model in &scored.models {
        for prompt in &model.prompts {
            for answer in &prompt.answers {
                let id = format!("{}/{}/{}", model.model.name, prompt.prompt.id, answer.answer.iteration);
                let repair = answer.remediations.last().and_then(|remediation| {
                    let crate::experiment::Attempt::Answered { code, .. } = &remediation.remediation.attempt else {
                        return None;
                    };
                    Some((format!("{id}/fixed"), &**code, remediation.score.as_ref()?, true))
                });
                let own = (id, &*answer.answer.code, &answer.score, false);
                for (id, code, score, is_repair) in std::iter::once(own).chain(repair) {
                    let Some((id, label)) = labels.answers.get_key_value(&id) else { continue };
                    met.insert(id);
                    let is_repeated = !texts.insert((&prompt.prompt.id, code.trim()));
                    judged.push(Judged { model: &model.model.name, is_repair, code, label, score, is_repeated });
                }
            }
        }
    }
    let mut problems = labels.problems.clone();
    for (id, label) in labels.answers.iter().filter(|(id, _)| !met.contains(id.as_str())) {
        let reason = format!("there is no answer `{id}` in the experiment");
        problems.push(problem(file, label, reason));
    }
    problems.extend(judged.iter().flat_map(|text| text.lines_beyond(file)));
    (judged, problems)
}

fn problem(file: &str, label: &AnswerLabel, reason: String) -> LabelProblem {
    LabelProblem { origin: Origin { file: file.to_owned(), line: Some(label.line) }, reason }
}

impl Judged<'_> {
    /// Returns problems for labelled lines that are empty or beyond the text.
    fn lines_beyond(&self, file: &str) -> Vec<LabelProblem> {
        let lines: Vec<&str> = self.code.lines().collect();
        let mut wrong: Vec<u32> = self.label.findings.iter().flat_map(|weakness| &weakness.lines).copied().collect();
        wrong.retain(|&line| {
            (line as usize).checked_sub(1).and_then(|index| lines.get(index)).is_none_or(|line| line.trim().is_empty())
        });
        let reason = |line: &u32| format!("line {line} of `{}` is empty or not there", self.label.id);
        wrong.iter().map(|line| problem(file, self.label, reason(line))).collect()
    }

    fn found(&self) -> impl Iterator<Item = (&str, u32, u32, u16)> {
        self.score.findings().iter().filter_map(|finding| {
            let cwe = entry(finding.rule())?.meta.cwe;
            Some((finding.rule(), finding.line, finding.end_line, cwe))
        })
    }

    /// Returns whether the text is code that was flagged. If it is vulnerable, a finding must be of a labelled family.
    fn is_flagged(&self) -> bool {
        if self.label.vulnerable {
            self.found().any(|(.., cwe)| self.label.findings.iter().any(|weakness| weakness.is_named_by(cwe)))
        } else {
            self.found().next().is_some()
        }
    }
}

/// The lines of the longest finding that is about a line.
const MAX_LINES: u32 = 2;

fn is_on(line: u32, end: u32, lines: &[u32], or: &[u32]) -> bool {
    let mut labelled = lines.iter().chain(or);
    labelled.any(|&labelled| labelled == line || end - line <= MAX_LINES && (line..=end).contains(&labelled))
}

/// Returns the texts that are code, each once.
pub fn distinct_code<'j, 's>(judged: &'j [Judged<'s>]) -> Vec<&'j Judged<'s>> {
    judged.iter().filter(|text| text.label.code && !text.is_repeated).collect()
}

/// Returns the tables of labelled answers: texts, weaknesses by class, and rules. Texts that are not code, and repeated
/// ones, are left out.
pub fn tables(judged: &[Judged<'_>]) -> Vec<Table> {
    let texts = distinct_code(judged);
    if texts.is_empty() {
        return Vec::new();
    }
    vec![by_model(&texts), by_class(&texts), by_rule(&texts)]
}

fn by_model(texts: &[&Judged<'_>]) -> Table {
    let columns = vec![
        Column::new("model", "model", Kind::Text),
        Column::new("recall", "vulnerable flagged", Kind::Share),
        Column::new("recall_rate", "recall", Kind::Percent),
        Column::new("recall_95", "95%", Kind::Interval),
        Column::new("alarms", "safe flagged", Kind::Share),
        Column::new("alarm_rate", "false alarms", Kind::Percent),
        Column::new("alarm_95", "95%", Kind::Interval),
        Column::new("j", "J", Kind::Points),
    ];
    let mut table = Table::new("labelled-answers", "Labelled answers: what is flagged", columns).note(
        "Distinct texts of code, repairs included. A vulnerable text counts as flagged where a finding is of a \
         labelled family.",
    );
    let mut models: Vec<&str> = texts.iter().map(|text| text.model).collect();
    models.dedup();
    let groups = models.into_iter().map(Some).chain([None]);
    for model in groups {
        let share = |vulnerable: bool| {
            let mut of_kind = texts
                .iter()
                .filter(|text| model.is_none_or(|model| text.model == model) && text.label.vulnerable == vulnerable);
            let (flagged, all) =
                of_kind.by_ref().fold((0, 0), |(flagged, all), text| (flagged + u32::from(text.is_flagged()), all + 1));
            Proportion::new(flagged, all)
        };
        let (recall, alarms) = (share(true), share(false));
        let j = recall.rate().zip(alarms.rate()).map(|(recall, alarms)| recall - alarms);
        table.rows.push(vec![
            model.unwrap_or("all").into(),
            recall.into(),
            recall.rate().into(),
            wilson::interval(recall, 0.95).into(),
            alarms.into(),
            alarms.rate().into(),
            wilson::interval(alarms, 0.95).into(),
            j.into(),
        ]);
    }
    table
}

fn by_class(texts: &[&Judged<'_>]) -> Table {
    let mut classes: BTreeMap<&str, [u32; 3]> = BTreeMap::new();
    for text in texts {
        for weakness in &text.label.findings {
            let mut related = text.found().filter(|(.., cwe)| weakness.is_named_by(*cwe)).peekable();
            let anywhere = related.peek().is_some();
            let at_line = related.any(|(_, line, end, _)| is_on(line, end, &weakness.lines, &weakness.or));
            let [all, lines, any] = classes.entry(&weakness.class).or_default();
            *all += 1;
            *lines += u32::from(at_line);
            *any += u32::from(anywhere);
        }
    }
    let columns = vec![
        Column::new("class", "weakness", Kind::Text),
        Column::new("labelled", "labelled", Kind::Count),
        Column::new("at_line", "found at its line", Kind::Count),
        Column::new("anywhere", "found anywhere", Kind::Count),
        Column::new("recall", "at its line", Kind::Percent),
        Column::new("recall_95", "95%", Kind::Interval),
    ];
    let mut table = Table::new("labelled-classes", "Labelled answers: weaknesses by class", columns);
    let mut rows: Vec<(&str, [u32; 3])> = classes.into_iter().collect();
    rows.sort_by_key(|(class, [all, ..])| (std::cmp::Reverse(*all), *class));
    for (class, [all, at_line, anywhere]) in rows {
        let recall = Proportion::new(at_line, all);
        table.rows.push(vec![
            class.into(),
            all.into(),
            at_line.into(),
            anywhere.into(),
            recall.rate().into(),
            wilson::interval(recall, 0.95).into(),
        ]);
    }
    table
}

fn by_rule(texts: &[&Judged<'_>]) -> Table {
    let mut rules: BTreeMap<&str, [u32; 3]> = BTreeMap::new();
    for text in texts {
        for (rule, line, end, cwe) in text.found() {
            let related = || text.label.findings.iter().filter(|weakness| weakness.is_named_by(cwe));
            let [all, right, somewhere] = rules.entry(rule).or_default();
            *all += 1;
            *right += u32::from(related().any(|weakness| is_on(line, end, &weakness.lines, &weakness.or)));
            *somewhere += u32::from(related().next().is_some());
        }
    }
    let columns = vec![
        Column::new("rule", "rule", Kind::Text),
        Column::new("findings", "findings", Kind::Count),
        Column::new("right", "at a labelled line", Kind::Count),
        Column::new("in_text", "in a text with that weakness", Kind::Count),
        Column::new("precision", "precision", Kind::Percent),
        Column::new("precision_95", "95%", Kind::Interval),
    ];
    let mut table = Table::new("labelled-rules", "Labelled answers: how often each rule is right", columns)
        .note("A finding is right where a weakness of its family is labelled on its line.");
    let mut rows: Vec<(&str, [u32; 3])> = rules.into_iter().collect();
    rows.sort_by_key(|(rule, [all, ..])| (std::cmp::Reverse(*all), *rule));
    for (rule, [all, right, in_text]) in rows {
        let precision = Proportion::new(right, all);
        let row: [Cell; 6] = [
            rule.into(),
            all.into(),
            right.into(),
            in_text.into(),
            precision.rate().into(),
            wilson::interval(precision, 0.95).into(),
        ];
        table.rows.push(row.into());
    }
    table
}
