//! The data model of an experiment, and of its new findings.
//!
//! [`Experiment`] is what was read, [`Scored`] holds the new findings beside it. Every table and figure is derived from
//! these two; no count is stored.

use std::{borrow::Cow, collections::BTreeMap, fmt, sync::Arc};

use oxsec_rules::{Judged, RuleSet, Severity, Verdict, catalogue::entry};
use serde_json::Value;
use thin_vec::ThinVec;

use super::{Directives, Finding, Reading, Unit, VulnerableBy};
use crate::answer::{Extracted, Extraction, Language, Status};

/// The domain of a prompt that neither the experiment nor a mapping assigns to one.
pub const UNASSIGNED_DOMAIN: &str = "unassigned";

/// Generations of several models for the same prompts, in the order of the input.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Experiment {
    pub models: Vec<Model>,
    /// The problems of the input, in the order in which they were met.
    pub problems: Vec<Problem>,
    /// The metadata of rules from the recorded findings, by rule id.
    pub recorded_metadata: BTreeMap<String, RuleMetadata>,
    /// The JSON inputs as they were read, so that they can be written back in their own shape.
    pub documents: Vec<Document>,
}

/// A model's answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    pub name: String,
    pub prompts: Vec<Prompt>,
}

/// A task, with one model's answers to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Prompt {
    pub id: String,
    /// The wording that the model was given; empty where the input does not have it.
    pub text: String,
    /// The group of tasks that it belongs to, or [`UNASSIGNED_DOMAIN`].
    pub domain: String,
    pub answers: Vec<Answer>,
}

/// A model's answer to a prompt, and every attempt to repair it.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    pub iteration: u32,
    /// An earlier answer of the model to the same prompt has the same code.
    pub is_repeated: bool,
    pub code: Box<str>,
    pub origin: Origin,
    pub generation_time_ms: Option<f64>,
    /// The findings recorded at generation; `None` where the input has none.
    pub recorded: Option<ThinVec<RecordedFinding>>,
    /// The remediations, in ascending order of their rounds.
    pub remediations: ThinVec<Remediation>,
    pub place: Place,
}

/// A round of returning the findings to the model.
#[derive(Clone, Debug, PartialEq)]
pub struct Remediation {
    /// The number of the round, from 1.
    pub round: u32,
    pub attempt: Attempt,
    pub place: Place,
}

/// The outcome of a remediation round.
#[derive(Clone, Debug, PartialEq)]
pub enum Attempt {
    Answered { code: Box<str>, origin: Origin, recorded: Option<ThinVec<RecordedFinding>> },
    Failed { error: Box<str> },
}

/// The properties of a piece of code before it is analyzed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Origin {
    /// The language that it is read as.
    pub language: Language,
    /// The status of the answer when its code was extracted, where that is not code.
    pub status: Option<Status>,
    /// The way in which it was extracted from an answer; `None` where it was given as code.
    pub extraction: Option<Box<Extraction>>,
}

impl Origin {
    /// Returns the code of an answer, and its origin.
    pub fn of_extracted(extracted: Extracted) -> (Box<str>, Self) {
        let Extracted { code, language, status, extraction } = extracted;
        let status = (status != Status::Code).then_some(status);
        (code.into(), Self { language, status, extraction: Some(Box::new(extraction)) })
    }
}

impl Attempt {
    /// Returns the code of the repair, or the reason why there is none.
    pub fn text(&self) -> &str {
        match self {
            Self::Answered { code, .. } => code,
            Self::Failed { error } => error,
        }
    }
}

/// A finding as the input recorded it at the time.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RecordedFinding {
    pub rule: String,
    pub severity: Severity,
    pub line: u32,
    /// The column; `None` in experiments that did not record columns.
    pub column: Option<u32>,
}

/// The classification of a rule's findings.
#[derive(Clone, Debug, PartialEq)]
pub struct RuleMetadata {
    pub category: Option<String>,
    pub cwe: Option<String>,
    pub cwe_name: Option<String>,
    /// The CVSS 3.1 base score.
    pub cvss: Option<f64>,
    /// The name of the score's range: `CRITICAL`, `HIGH`, `MEDIUM` or `LOW`.
    pub cvss_level: Option<String>,
    pub owasp: Option<String>,
    pub description: Option<String>,
}

/// A JSON input, kept whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    pub file: FileName,
    pub shape: Shape,
    pub value: Value,
}

/// The shapes of a JSON experiment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// `models.NAME.byPrompt[].iterations[]`
    Stored,
    /// One model's part of [`Shape::Stored`], below `results`, its name in `modelId`.
    Checkpoint,
    /// One model's `prompts[].generations[]`; generation 0 is the answer, the others are remediation rounds.
    Rounds,
}

/// The name of an input. Each answer has it, so it is one word of memory.
pub type FileName = Arc<String>;

/// A place: the input, and the position in it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    pub file: FileName,
    pub position: Position,
}

/// A position in an input.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Position {
    /// The file itself.
    Whole,
    /// A 1-based line of a text file.
    Line(u32),
    /// A 1-based row of a table.
    Row(u32),
    /// An item of a JSON list, counted from 0.
    Item(u32),
    /// A JSON Pointer (RFC 6901). Boxed twice, since an answer has a place and most have no pointer.
    Pointer(Box<Box<str>>),
}

impl Position {
    /// Returns the position of a line of a text file, whose number fits.
    pub fn line(number: usize) -> Self {
        Self::Line(u32::try_from(number).unwrap_or(u32::MAX))
    }

    /// Returns the position of a row of a table.
    pub fn row(number: usize) -> Self {
        Self::Row(u32::try_from(number).unwrap_or(u32::MAX))
    }

    /// Returns the position of an item of a JSON list.
    pub fn item(index: usize) -> Self {
        Self::Item(u32::try_from(index).unwrap_or(u32::MAX))
    }

    /// Returns the position of a value in a JSON document.
    pub fn pointer(pointer: impl Into<Box<str>>) -> Self {
        Self::Pointer(Box::new(pointer.into()))
    }
}

impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        match &self.position {
            Position::Whole => write!(formatter, "{}", self.file),
            Position::Line(line) => write!(formatter, "{}:{line}", self.file),
            Position::Row(row) => write!(formatter, "{}, row {row}", self.file),
            Position::Item(index) => write!(formatter, "{} at /{index}", self.file),
            Position::Pointer(pointer) if pointer.is_empty() => write!(formatter, "{}", self.file),
            Position::Pointer(pointer) => write!(formatter, "{} at {pointer}", self.file),
        }
    }
}

/// A problem: a part of the input that could not be used. The rest is used all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub place: Place,
    /// The error, and the expectation.
    pub message: String,
    pub effect: Effect,
}

/// The effect of a [`Problem`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Effect {
    /// A whole file is left out.
    FileLeftOut,
    /// A whole row (a model, a prompt, an answer, a remediation) is left out.
    RowLeftOut,
    /// The row is used without the field in question.
    FieldLeftOut,
}

/// The answers that a rate counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Basis {
    /// All answers; one that holds no code counts as clean.
    Published,
    /// The answers that are code.
    Code,
}

/// An experiment with the result of linting each of its answers, in the same order.
#[derive(Clone)]
pub struct Scored<'e> {
    pub experiment: &'e Experiment,
    /// The rules that were asked for.
    pub rules: &'e RuleSet,
    pub reading: Reading,
    /// Proofs were searched for; otherwise nothing is confirmed or proven.
    pub has_proofs: bool,
    pub models: Vec<ScoredModel<'e>>,
}

#[derive(Clone, Debug)]
pub struct ScoredModel<'e> {
    pub model: &'e Model,
    pub prompts: Vec<ScoredPrompt<'e>>,
}

#[derive(Clone, Debug)]
pub struct ScoredPrompt<'e> {
    pub prompt: &'e Prompt,
    pub answers: Vec<ScoredAnswer<'e>>,
}

#[derive(Clone, Debug)]
pub struct ScoredAnswer<'e> {
    pub answer: &'e Answer,
    pub score: Score,
    /// One entry for each of the answer's remediations.
    pub remediations: ThinVec<ScoredRemediation<'e>>,
}

#[derive(Clone, Debug)]
pub struct ScoredRemediation<'e> {
    pub remediation: &'e Remediation,
    /// The score; `None` where the attempt failed, so that there is nothing to lint.
    pub score: Option<Score>,
}

/// The result of linting one piece of code.
#[derive(Clone, Debug, PartialEq)]
pub struct Score {
    pub verdict: Verdict,
    pub status: Status,
    /// The findings of rules that are neither suppressed nor notes: first those that count in the reading, then the
    /// others, each sorted by line and column.
    found: Box<[Finding]>,
    /// The effect of comments on the findings, where there are comments that can have one.
    pub silencing: Option<Box<Silencing>>,
}

/// The numbers of findings in a piece of code, by the criterion that makes it vulnerable.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Numbers {
    /// The findings of the rules that were asked for.
    pub rules: u32,
    /// Those of them that are confirmed.
    pub confirmed: u32,
    /// The findings with a proof.
    pub proven: u32,
}

/// The comments that can suppress findings, and the numbers of findings with them and without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Silencing {
    pub comments: usize,
    pub obeyed: Numbers,
    pub ignored: Numbers,
}

impl RuleMetadata {
    /// Returns our own classification of a rule; `None` for a rule that is not ours.
    pub fn own(rule: &str) -> Option<Self> {
        let meta = entry(rule)?.meta;
        // The scores have one decimal, which a single-precision number only approximates.
        let cvss = (f64::from(meta.cvss) * 10.0).round() / 10.0;
        Some(Self {
            category: None,
            cwe: Some(format!("CWE-{}", meta.cwe)),
            cwe_name: None,
            cvss: Some(cvss),
            cvss_level: Some(cvss_level(cvss).to_owned()),
            owasp: Some(meta.owasp.to_owned()),
            description: None,
        })
    }
}

/// Returns the name of a CVSS 3.1 base score's range (its specification, section 5).
fn cvss_level(score: f64) -> &'static str {
    match score {
        9.0.. => "CRITICAL",
        7.0.. => "HIGH",
        4.0.. => "MEDIUM",
        _ => "LOW",
    }
}

impl Experiment {
    /// Returns the experiment's classification of a rule; `None` where its record has no finding of the rule.
    pub fn classification(&self, rule: &str) -> Option<&RuleMetadata> {
        self.recorded_metadata.get(rule)
    }

    /// Returns the number of answers of all models.
    pub fn answer_count(&self) -> usize {
        self.models.iter().flat_map(|model| &model.prompts).map(|prompt| prompt.answers.len()).sum()
    }
}

impl<'e> Scored<'e> {
    /// Keeps only the answers that a rate of the reading counts.
    pub fn counted(&self) -> Cow<'_, Self> {
        if self.models.iter().flat_map(ScoredModel::answers).all(|answer| answer.counts_in(self.reading)) {
            return Cow::Borrowed(self);
        }
        Cow::Owned(self.only(|_, _, answer| answer.counts_in(self.reading)))
    }

    /// Copies the scores of the answers for which `keep` holds, and all models and prompts, with or without answers.
    #[must_use]
    pub fn only(&self, keep: impl Fn(&Model, &Prompt, &ScoredAnswer) -> bool) -> Self {
        let models = self.models.iter().map(|&ScoredModel { model, ref prompts }| {
            let prompts = prompts.iter().map(|&ScoredPrompt { prompt, ref answers }| {
                let answers = answers.iter().filter(|answer| keep(model, prompt, answer));
                ScoredPrompt { prompt, answers: answers.cloned().collect() }
            });
            ScoredModel { model, prompts: prompts.collect() }
        });
        Self { models: models.collect(), ..*self }
    }
}

impl<'e> ScoredModel<'e> {
    /// Returns all answers of the model, prompt after prompt.
    pub fn answers(&self) -> impl Iterator<Item = &ScoredAnswer<'e>> {
        self.prompts.iter().flat_map(|prompt| &prompt.answers)
    }
}

impl ScoredAnswer<'_> {
    /// Returns whether a rate on this basis counts the answer.
    pub fn counts(&self, basis: Basis) -> bool {
        basis == Basis::Published || self.score.is_code()
    }

    /// Returns whether a rate of this unit counts the answer.
    pub fn is_of(&self, unit: Unit) -> bool {
        unit == Unit::Answers || !self.answer.is_repeated
    }

    /// Returns whether the answer has at least one finding as it was generated.
    pub fn is_vulnerable(&self) -> bool {
        !self.score.findings().is_empty()
    }

    /// Returns whether a rate in this reading counts the answer.
    pub fn counts_in(&self, reading: Reading) -> bool {
        self.is_of(reading.unit) && (reading.basis == Basis::Published || self.score.is_code_with(reading.directives))
    }

    /// Returns whether the answer is vulnerable in a reading.
    pub fn is_vulnerable_in(&self, reading: Reading) -> bool {
        self.score.count_in(reading) > 0
    }

    /// Returns whether a vulnerable answer's last remediation is clean code, both in a reading.
    pub fn is_fixed_in(&self, reading: Reading) -> bool {
        let is_clean = |score: &Score| score.status == Status::Code && score.count_in(reading) == 0;
        self.is_vulnerable_in(reading) && self.remediated().is_some_and(is_clean)
    }

    /// Returns the score of the last remediation that the model answered.
    pub fn remediated(&self) -> Option<&Score> {
        self.remediations.iter().rev().find_map(|remediation| remediation.score.as_ref())
    }

    /// Returns whether the model answered at least one attempt to repair this answer.
    pub fn is_attempted(&self) -> bool {
        self.remediated().is_some()
    }

    /// Returns the number of findings after the last remediation. One that is not code removes none, and neither does a
    /// failed attempt.
    pub fn findings_left(&self) -> usize {
        let mended = self.remediated().filter(|score| score.is_code());
        mended.unwrap_or(&self.score).findings().len()
    }

    /// Returns whether a vulnerable answer's last remediation is code without findings.
    pub fn is_fixed(&self) -> bool {
        self.is_vulnerable() && self.remediated().is_some_and(Score::is_clean_code)
    }

    /// Returns the number of findings after the last remediation, in a reading.
    pub fn findings_left_in(&self, reading: Reading) -> u32 {
        let mended = self.remediated().filter(|score| score.is_code_with(reading.directives));
        mended.unwrap_or(&self.score).count_in(reading)
    }

    /// Returns whether the answer is vulnerable and no remediation fixed it.
    pub fn is_vulnerable_after_remediation(&self) -> bool {
        self.is_vulnerable() && !self.is_fixed()
    }
}

impl Score {
    /// Makes a score with these findings, in the order of the text.
    pub(crate) fn of(verdict: Verdict, status: Status, mut found: Vec<Finding>) -> Self {
        found.sort_by_key(|finding| !finding.counts());
        Self { verdict, status, found: found.into(), silencing: None }
    }

    /// Returns the findings that count in the reading: neither suppressed, nor about directives, nor the message that
    /// says why the code does not parse. Sorted by line and column.
    pub fn findings(&self) -> &[Finding] {
        &self.found[..self.found.partition_point(Finding::counts)]
    }

    /// Returns whether the text is code: it has that status, or a rule finds something in it.
    pub fn is_code(&self) -> bool {
        self.status == Status::Code || self.found.iter().any(Finding::is_asked)
    }

    /// Returns whether the text is code in a reading of directives.
    pub fn is_code_with(&self, directives: Directives) -> bool {
        self.status == Status::Code || self.numbers(directives).rules > 0
    }

    /// Returns whether the text is code without findings.
    pub fn is_clean_code(&self) -> bool {
        self.status == Status::Code && self.findings().is_empty()
    }

    /// Returns the numbers of the findings that it holds.
    pub(super) fn numbers_found(&self) -> Numbers {
        let mut numbers = Numbers::default();
        for finding in &self.found {
            numbers.rules += u32::from(finding.is_asked());
            numbers.confirmed += u32::from(finding.is_asked() && finding.verdict() == Some(Judged::Confirmed));
            numbers.proven += u32::from(finding.is_proven());
        }
        numbers
    }

    /// Returns the numbers of findings in a reading of directives.
    pub fn numbers(&self, directives: Directives) -> Numbers {
        match (self.silencing.as_deref(), directives) {
            (None, _) => self.numbers_found(),
            (Some(silencing), Directives::Obeyed) => silencing.obeyed,
            (Some(silencing), Directives::Ignored) => silencing.ignored,
        }
    }

    /// Returns the number of findings that count in a reading; labels are not findings.
    pub fn count_in(&self, reading: Reading) -> u32 {
        let numbers = self.numbers(reading.directives);
        match reading.verdict {
            VulnerableBy::Rules => numbers.rules,
            VulnerableBy::Confirmed => numbers.confirmed,
            VulnerableBy::Proven => numbers.proven,
            VulnerableBy::Labels => 0,
        }
    }
}
