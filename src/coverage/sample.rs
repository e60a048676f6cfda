//! A sample of an experiment's findings for review by people, and the effect of their verdicts on rules and rates.
//!
//! The strata are the rules, and the answers without findings. At least one item is drawn from each, the rest in
//! proportion to its size, so that a frequent rule's precision is known best and no rule is left out.

use std::{collections::BTreeMap, fmt::Write, fs, path::Path};

use maud::{DOCTYPE, PreEscaped, html};
use rand::{RngExt, SeedableRng, seq::SliceRandom};
use rand_chacha::ChaCha8Rng;
use rand_distr::{Beta, Distribution};
use thiserror::Error;

use super::labels::{LabelProblem, LabelsError, Origin};
use crate::{
    experiment::{Answer, Basis, Finding, Linter, Scored, ScoredAnswer},
    report::{
        rank::ranks,
        table::{Cell, Column, Kind, Table},
    },
    statistics::{Interval, Proportion, wilson},
    text::visible,
};

/// The name of the stratum of answers without findings.
const CLEAN: &str = "(nothing found)";

/// The lines of code that are shown before and after a finding.
const LINES_AROUND: usize = 6;

/// The lines of an answer without findings that are shown.
const MAX_CLEAN_LINES: usize = 120;

/// The draws for an adjusted rate's interval.
const DRAWS: usize = 2_000;

/// An item to review: a finding, or an answer without findings.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// The id: `MODEL/PROMPT/ITERATION:LINE:COLUMN RULE`, or without a place for an answer without findings.
    pub id: String,
    /// The rule, or [`CLEAN`].
    pub stratum: String,
    pub message: String,
    /// The code around it, each line with its number.
    pub code: String,
}

/// A person's verdict on an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The finding is right; for an answer without findings: nothing is wrong with it.
    Right,
    Wrong,
    Unsure,
}

/// The formats of a sample. The first two can be read back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SampleFormat {
    Markdown,
    Csv,
    Html,
}

/// The reason why a reviewed sample cannot be read back.
#[derive(Debug, Error)]
pub enum ReviewError {
    #[error(transparent)]
    Unreadable(#[from] LabelsError),
    #[error(
        "`{0}` holds no verdict: write right, wrong or unsure after `verdict:` (Markdown) or in the column verdict \
         (CSV)"
    )]
    Empty(String),
}

/// The verdicts of a reviewed sample by stratum: the share of right ones, without the unsure ones.
#[derive(Debug, Default, PartialEq)]
pub struct Review {
    pub strata: BTreeMap<String, Proportion>,
    pub unsure: u32,
    pub problems: Vec<LabelProblem>,
}

impl SampleFormat {
    /// Returns the format for a file's extension.
    pub fn of(path: &Path) -> Option<Self> {
        match path.extension()?.to_str()? {
            "md" | "markdown" => Some(Self::Markdown),
            "csv" => Some(Self::Csv),
            "html" | "htm" => Some(Self::Html),
            _ => None,
        }
    }
}

/// An item that can be drawn, before its texts are made.
struct Candidate<'s> {
    /// Its model, prompt and iteration.
    answer_id: String,
    answer: &'s Answer,
    /// The rule, or [`CLEAN`].
    stratum: &'static str,
    /// The index of the finding among the answer's; none in an answer without findings.
    finding: Option<usize>,
}

/// Draws a sample of this size. The same seed draws the same items.
pub fn draw(scored: &Scored<'_>, size: usize, seed: u64) -> Vec<Item> {
    let mut strata: BTreeMap<&str, Vec<Candidate>> = BTreeMap::new();
    for model in &scored.models {
        for prompt in &model.prompts {
            for answer in prompt.answers.iter().filter(|answer| answer.score.is_code()) {
                let id = format!("{}/{}/{}", model.model.name, prompt.prompt.id, answer.answer.iteration);
                for candidate in candidates(answer, &id) {
                    strata.entry(candidate.stratum).or_default().push(candidate);
                }
            }
        }
    }
    let all: usize = strata.values().map(Vec::len).sum();
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    let mut sample = Vec::new();
    for candidates in strata.values_mut() {
        let share = (size * candidates.len()).div_ceil(all.max(1)).max(1).min(candidates.len());
        candidates.shuffle(&mut rng);
        sample.extend(candidates.drain(..share));
    }
    // Rounding up and the minimum of one may draw too many: remove from the largest strata.
    while sample.len() > size {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        sample.iter().for_each(|candidate| *counts.entry(candidate.stratum).or_default() += 1);
        let Some((&largest, _)) = counts.iter().max_by_key(|(_, count)| **count) else { break };
        let Some(at) = sample.iter().rposition(|candidate| candidate.stratum == largest) else { break };
        sample.remove(at);
    }
    let mut linter = scored.linter();
    sample.into_iter().map(|candidate| candidate.item(&mut linter)).collect()
}

/// Returns the findings of an answer, or the answer where nothing was found in it.
fn candidates<'s>(answer: &ScoredAnswer<'s>, id: &str) -> Vec<Candidate<'s>> {
    let findings = answer.score.findings();
    let candidate = |stratum, finding| Candidate { answer_id: id.to_owned(), answer: answer.answer, stratum, finding };
    if findings.is_empty() {
        return vec![candidate(CLEAN, None)];
    }
    findings.iter().enumerate().map(|(index, finding)| candidate(finding.rule(), Some(index))).collect()
}

impl Candidate<'_> {
    /// Makes the item, for which the answer is linted again: scores keep no messages.
    fn item(self, linter: &mut Linter<'_>) -> Item {
        let lines: Vec<&str> = self.answer.code.lines().collect();
        let Some(index) = self.finding else {
            return Item {
                id: self.answer_id,
                stratum: CLEAN.to_owned(),
                message: "nothing was found: is the code free of weaknesses?".into(),
                code: numbered(&lines, 0, lines.len().min(MAX_CLEAN_LINES), None),
            };
        };
        let message = &linter.examine(&self.answer.code, &self.answer.origin).findings[index];
        let line = message.line as usize;
        let (from, to) = (line.saturating_sub(LINES_AROUND + 1), (line + LINES_AROUND).min(lines.len()));
        Item {
            id: format!("{}:{}:{} {}", self.answer_id, message.line, message.column, self.stratum),
            stratum: self.stratum.to_owned(),
            message: message.message.replace('\n', " "),
            code: numbered(&lines, from, to, Some(line)),
        }
    }
}

fn numbered(lines: &[&str], from: usize, to: usize, marked: Option<usize>) -> String {
    let mut text = String::new();
    for (index, line) in lines.iter().enumerate().take(to).skip(from) {
        let mark = if marked == Some(index + 1) { '>' } else { ' ' };
        // The reader sees the model's text, and none of it has an effect.
        writeln!(text, "{mark}{:>4} | {}", index + 1, visible(line)).expect("a string takes every text");
    }
    text
}

/// Writes a sample.
pub fn render(sample: &[Item], format: SampleFormat) -> String {
    match format {
        SampleFormat::Markdown => markdown(sample),
        SampleFormat::Csv => csv(sample),
        SampleFormat::Html => page(sample),
    }
}

fn markdown(sample: &[Item]) -> String {
    let mut text = String::from(
        "# Findings to judge\n\nWrite `right`, `wrong` or `unsure` after each `verdict:`. A finding is right where the \
         code is truly weak at that place; where nothing was found, right means that nothing is wrong.\n",
    );
    for item in sample {
        let fence = "`".repeat(longest_run(&item.code, '`').max(2) + 1);
        write!(
            text,
            "\n## {}\n\n{}\n\n{fence}\n{}{fence}\n\nverdict:\n",
            visible(&item.id),
            escape_markdown(&visible(&item.message)),
            item.code
        )
        .expect("a string takes every text");
    }
    text
}

fn longest_run(text: &str, letter: char) -> usize {
    text.split(|other| other != letter).map(str::len).max().unwrap_or(0)
}

fn escape_markdown(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        if "\\`*_{}[]<>#|".contains(letter) {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}

fn csv(sample: &[Item]) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let header = ["id", "rule", "message", "code", "verdict"].map(str::to_owned);
    let records = sample.iter().map(|item| {
        [item.id.clone(), item.stratum.clone(), visible(&item.message).into_owned(), item.code.clone(), String::new()]
    });
    for record in std::iter::once(header).chain(records) {
        writer.write_record(record).expect("memory takes every record");
    }
    let bytes = writer.into_inner().expect("memory needs no flushing");
    String::from_utf8(bytes).expect("all fields are text")
}

/// Returns a page on which verdicts are chosen and saved as the CSV that is read back. It loads nothing.
fn page(sample: &[Item]) -> String {
    const SCRIPT: &str = "document.getElementById('save').onclick=()=>{const q=s=>'\"'+s.replace(/\"/g,'\"\"')+'\"';\
        const rows=[...document.querySelectorAll('section')].map(s=>{const v=s.querySelector('input:checked');\
        return [s.dataset.id,s.dataset.rule,'','',v?v.value:''].map(q).join(',')});\
        const a=document.createElement('a');\
        const text='id,rule,message,code,verdict\\n'+rows.join('\\n')+'\\n';\
        a.href=URL.createObjectURL(new Blob([text],{type:'text/csv'}));\
        a.download='review.csv';a.click()};";
    const STYLE: &str = "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1rem}\
        pre{overflow-x:auto;padding:.75rem;background:#8881;border-radius:.4rem;font-size:.85rem}\
        h2{font-size:1rem;overflow-wrap:anywhere}label{margin-right:1rem}\
        #save{position:sticky;top:0;padding:.5rem 1rem}:root{color-scheme:light dark}";
    let body = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width,initial-scale=1";
                title { "Findings to judge" }
                style { (PreEscaped(STYLE)) }
            }
            body {
                h1 { "Findings to judge" }
                p {
                    "A finding is right where the code is truly weak at that place; where nothing was found, right "
                    "means that nothing is wrong. Verdicts are saved as review.csv, which "
                    code { "oxsec coverage --reviewed" } " reads."
                }
                button id="save" { "Save verdicts" }
                @for (index, item) in sample.iter().enumerate() {
                    section data-id=(item.id) data-rule=(item.stratum) {
                        h2 { (visible(&item.id)) }
                        p { (visible(&item.message)) }
                        pre { code { (item.code) } }
                        @for verdict in ["right", "wrong", "unsure"] {
                            label { input type="radio" name=(format!("v{index}")) value=(verdict); " " (verdict) }
                        }
                    }
                }
                script { (PreEscaped(SCRIPT)) }
            }
        }
    };
    body.into_string()
}

/// Reads verdicts from Markdown or CSV.
///
/// # Errors
///
/// The file cannot be read, or holds no verdict.
pub fn read_review(path: &Path) -> Result<Review, ReviewError> {
    let text = fs::read_to_string(path).map_err(|error| LabelsError::new(path, error))?;
    let name = path.display().to_string();
    let mut review = Review::default();
    if SampleFormat::of(path) == Some(SampleFormat::Csv) {
        read_csv(&text, &name, &mut review);
    } else {
        read_markdown(&text, &name, &mut review);
    }
    if review.strata.is_empty() && review.unsure == 0 {
        return Err(ReviewError::Empty(name));
    }
    Ok(review)
}

impl Review {
    fn add(&mut self, stratum: &str, verdict: &str, file: &str, line: usize) {
        let verdict = match verdict.trim().to_ascii_lowercase().as_str() {
            "" => return,
            "right" => Verdict::Right,
            "wrong" => Verdict::Wrong,
            "unsure" => Verdict::Unsure,
            other => {
                let origin = Origin { file: file.to_owned(), line: Some(line) };
                let reason = format!("`{}` is not a verdict: write right, wrong or unsure", visible(other));
                self.problems.push(LabelProblem { origin, reason });
                return;
            }
        };
        if verdict == Verdict::Unsure {
            self.unsure += 1;
            return;
        }
        let judged = self.strata.entry(stratum.to_owned()).or_default();
        judged.total += 1;
        judged.count += u32::from(verdict == Verdict::Right);
    }

    /// Returns the table of how often each rule is right.
    pub fn table(&self) -> Table {
        let columns = vec![
            Column::new("rule", "rule", Kind::Text),
            Column::new("judged", "judged", Kind::Count),
            Column::new("right", "right", Kind::Count),
            Column::new("precision", "precision", Kind::Percent),
            Column::new("precision_95", "95%", Kind::Interval),
        ];
        let mut table = Table::new("reviewed", "Judged findings: how often each rule is right", columns)
            .note(format!("{CLEAN} is the share of answers without findings in which nothing is wrong."));
        for (stratum, judged) in &self.strata {
            table.rows.push(vec![
                stratum.as_str().into(),
                judged.total.into(),
                judged.count.into(),
                judged.rate().into(),
                wilson::interval(*judged, 0.95).into(),
            ]);
        }
        table
    }

    /// Returns the leaderboard adjusted by these verdicts: without false alarms and with misses, as estimated from the
    /// sample; the intervals include the sampling uncertainty.
    ///
    /// The precision of each rule, and the share of clean answers that are clean, are drawn from their Beta
    /// distributions (uniform prior); an answer is vulnerable where at least one of its findings is right.
    pub fn leaderboard(&self, scored: &Scored<'_>, basis: Basis, seed: u64) -> Table {
        let columns = vec![
            Column::new("model", "model", Kind::Text),
            Column::new("flagged", "flagged", Kind::Share),
            Column::new("flagged_rate", "as flagged", Kind::Percent),
            Column::new("flagged_rank", "rank", Kind::Count),
            Column::new("adjusted", "adjusted", Kind::Percent),
            Column::new("adjusted_95", "95%", Kind::Interval),
            Column::new("adjusted_rank", "rank", Kind::Count),
        ];
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        let mut sums: Vec<Vec<f64>> = vec![Vec::with_capacity(DRAWS); scored.models.len()];
        for _ in 0..DRAWS {
            let mut drawn: BTreeMap<&str, f64> = BTreeMap::new();
            for (model, sums) in scored.models.iter().zip(&mut sums) {
                let (mut vulnerable, mut answers) = (0_u32, 0_u32);
                for answer in model.answers().filter(|answer| answer.counts(basis)) {
                    answers += 1;
                    let rules = answer.score.findings().iter().map(Finding::rule);
                    let mut all_wrong = 1.0;
                    for rule in rules {
                        all_wrong *= 1.0 - *drawn.entry(rule).or_insert_with(|| self.draw_precision(rule, &mut rng));
                    }
                    let is_clean = *drawn.entry(CLEAN).or_insert_with(|| self.draw_precision(CLEAN, &mut rng));
                    let chance = if answer.score.findings().is_empty() { 1.0 - is_clean } else { 1.0 - all_wrong };
                    vulnerable += u32::from(rng.random_bool(chance.clamp(0.0, 1.0)));
                }
                sums.push(Proportion::new(vulnerable, answers).rate().unwrap_or(f64::NAN));
            }
        }
        let flagged: Vec<Proportion> = scored
            .models
            .iter()
            .map(|model| {
                let counted = model.answers().filter(|answer| answer.counts(basis));
                counted.fold(Proportion::default(), |sum, answer| {
                    Proportion::new(sum.count + u32::from(answer.is_vulnerable()), sum.total + 1)
                })
            })
            .collect();
        let adjusted: Vec<Option<(f64, Interval)>> = sums.into_iter().map(summary).collect();
        let flagged_ranks = ranks(&flagged.iter().map(|rate| rate.rate()).collect::<Vec<_>>());
        let adjusted_ranks = ranks(&adjusted.iter().map(|rate| rate.map(|(mean, _)| mean)).collect::<Vec<_>>());
        let mut table = Table::new("adjusted", "The leaderboard with the verdicts", columns).note(
            "Rules without a verdict count as right half of the time, give or take everything: judge more to narrow \
             that.",
        );
        for (place, model) in scored.models.iter().enumerate() {
            table.rows.push(vec![
                Cell::from(model.model.name.as_str()),
                flagged[place].into(),
                flagged[place].rate().into(),
                flagged_ranks[place].into(),
                adjusted[place].map(|(mean, _)| mean).into(),
                adjusted[place].map(|(_, interval)| interval).into(),
                adjusted_ranks[place].into(),
            ]);
        }
        table
    }

    fn draw_precision(&self, stratum: &str, rng: &mut ChaCha8Rng) -> f64 {
        let judged = self.strata.get(stratum).copied().unwrap_or_default();
        let (right, wrong) = (f64::from(judged.count), f64::from(judged.total - judged.count));
        Beta::new(right + 1.0, wrong + 1.0).map_or(0.5, |beta| beta.sample(rng))
    }
}

fn summary(mut drawn: Vec<f64>) -> Option<(f64, Interval)> {
    drawn.retain(|rate| !rate.is_nan());
    if drawn.is_empty() {
        return None;
    }
    drawn.sort_by(f64::total_cmp);
    let at = |share: f64| drawn[((drawn.len() - 1) as f64 * share).round() as usize];
    let mean = drawn.iter().sum::<f64>() / drawn.len() as f64;
    Some((mean, Interval { low: at(0.025), high: at(0.975) }))
}

fn read_csv(text: &str, file: &str, review: &mut Review) {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let place = |headers: &csv::StringRecord, name: &str| headers.iter().position(|header| header == name);
    let columns = reader.headers().ok().and_then(|headers| Some((place(headers, "rule")?, place(headers, "verdict")?)));
    let Some((rule, verdict)) = columns else {
        let origin = Origin { file: file.to_owned(), line: Some(1) };
        review.problems.push(LabelProblem { origin, reason: "the columns rule and verdict are missing".into() });
        return;
    };
    for record in reader.records() {
        match record {
            Ok(record) => {
                let line = record.position().map_or(0, |position| position.line() as usize);
                let field = |at: usize| record.get(at).unwrap_or_default();
                review.add(field(rule), field(verdict), file, line);
            }
            Err(error) => {
                let line = error.position().map(|position| position.line() as usize);
                let origin = Origin { file: file.to_owned(), line };
                review.problems.push(LabelProblem { origin, reason: error.to_string() });
            }
        }
    }
}

fn read_markdown(text: &str, file: &str, review: &mut Review) {
    let mut stratum: Option<&str> = None;
    let mut fence: Option<&str> = None;
    for (index, line) in text.lines().enumerate() {
        // Nothing inside a fence is a heading or a verdict, whatever the code says.
        let ticks = &line[..line.len() - line.trim_start_matches('`').len()];
        match fence {
            Some(open) => {
                if ticks == open && line.len() == open.len() {
                    fence = None;
                }
                continue;
            }
            None if ticks.len() >= 3 => {
                fence = Some(ticks);
                continue;
            }
            None => {}
        }
        if let Some(heading) = line.strip_prefix("## ") {
            // An id ends with its rule; that of an answer without findings has none.
            stratum = Some(heading.rsplit_once(' ').map_or(CLEAN, |(_, rule)| rule));
        } else if let Some(verdict) = line.strip_prefix("verdict:")
            && let Some(stratum) = stratum
        {
            review.add(stratum, verdict, file, index + 1);
        }
    }
}
