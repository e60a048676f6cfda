//! A scored experiment as a grid of models × prompts, with the counts of each cell.

use std::collections::HashMap;

use oxsec_rules::Verdict;
use rustc_hash::FxBuildHasher;

use crate::answer::Status;
use crate::experiment::{Basis, Prompt, Reading, Score, Scored, ScoredAnswer};
use crate::statistics::Proportion;

/// The models' answers that the reading counts, by prompt. All models share one list of prompts; a model without
/// answers to one of them has an empty cell there.
pub struct Grid<'s> {
    /// The models in the order of the experiment.
    pub models: Vec<&'s str>,
    /// The prompts in the order of first occurrence.
    pub prompts: Vec<GridPrompt<'s>>,
    /// The domains in the order of first occurrence.
    pub domains: Vec<&'s str>,
    /// The cells, a row for each model and a column for each prompt.
    cells: Vec<Vec<Cell<'s>>>,
    /// The columns by the prompts' ids.
    columns: HashMap<&'s str, usize, FxBuildHasher>,
}

pub struct GridPrompt<'s> {
    pub prompt: &'s Prompt,
    /// The index of its domain.
    pub domain: usize,
}

/// A model's answers to one prompt.
#[derive(Clone, Default)]
pub struct Cell<'s> {
    all: &'s [ScoredAnswer<'s>],
    /// The indices of those that the reading counts, where it does not count all.
    counted: Option<Box<[u32]>>,
    pub counts: Counts,
}

/// The counts of a set of answers. All rates are derived from these.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub answers: u32,
    /// Answers whose code no earlier one to the same prompt has.
    pub distinct: u32,
    /// Answers that do not parse.
    pub unparsable: u32,
    /// Answers that parse but have no statement, or none that does anything.
    pub empty: u32,
    /// Answers that parse and are still not code: patches, cut-off answers, answers that were not analyzed.
    pub other: u32,
    /// Answers by status, in the order of [`Status::ALL`].
    pub statuses: [u32; Status::ALL.len()],
    pub vulnerable: u32,
    /// Vulnerable answers for which a remediation was asked.
    pub attempts: u32,
    /// Attempts that the model never answered.
    pub failed: u32,
    /// Attempts whose last answer is not code.
    pub remediated_without_code: u32,
    pub fixed: u32,
    /// Findings in all answers.
    pub findings: u32,
    /// Findings in the answers whose remediation was answered.
    pub found: u32,
    /// Findings that remain in these; a remediation without code removes none.
    pub after: u32,
}

impl<'s> Grid<'s> {
    pub fn new(scored: &'s Scored<'s>) -> Self {
        let mut prompts: Vec<GridPrompt> = Vec::new();
        let mut prompt_indices: HashMap<&'s str, usize, FxBuildHasher> = HashMap::default();
        let mut domains: Vec<&str> = Vec::new();
        let mut domain_indices: HashMap<&str, usize, FxBuildHasher> = HashMap::default();
        for prompt in scored.models.iter().flat_map(|model| &model.prompts).map(|scored| scored.prompt) {
            prompt_indices.entry(&prompt.id).or_insert_with(|| {
                let domain = *domain_indices.entry(&prompt.domain).or_insert_with(|| {
                    domains.push(&prompt.domain);
                    domains.len() - 1
                });
                prompts.push(GridPrompt { prompt, domain });
                prompts.len() - 1
            });
        }
        let cells = scored
            .models
            .iter()
            .map(|model| {
                let mut row = vec![Cell::default(); prompts.len()];
                for prompt in &model.prompts {
                    row[prompt_indices[prompt.prompt.id.as_str()]] = Cell::new(&prompt.answers, scored.reading);
                }
                row
            })
            .collect();
        let models = scored.models.iter().map(|model| model.model.name.as_str()).collect();
        Self { models, prompts, domains, cells, columns: prompt_indices }
    }

    pub fn cell(&self, model: usize, prompt: usize) -> &Cell<'s> {
        &self.cells[model][prompt]
    }

    /// Returns the index of one of the experiment's prompts.
    pub fn prompt_index(&self, id: &str) -> usize {
        self.columns[id]
    }

    /// Returns all answers of a model.
    pub fn answers(&self, model: usize) -> impl Iterator<Item = &'s ScoredAnswer<'s>> {
        self.cells[model].iter().flat_map(Cell::answers)
    }

    /// Returns the counts over all answers of a model.
    pub fn of_model(&self, model: usize) -> Counts {
        self.cells[model].iter().map(|cell| cell.counts).sum()
    }

    /// Returns the counts over a model's answers to the prompts of a domain.
    pub fn of_domain(&self, model: usize, domain: usize) -> Counts {
        self.prompts_of(domain).map(|prompt| self.cells[model][prompt].counts).sum()
    }

    /// Returns the indices of a domain's prompts.
    pub fn prompts_of(&self, domain: usize) -> impl Iterator<Item = usize> {
        (0..self.prompts.len()).filter(move |prompt| self.prompts[*prompt].domain == domain)
    }

    /// Returns a model's vulnerable answers, one proportion per prompt: the clusters of the bootstrap.
    pub fn clusters(&self, model: usize, basis: Basis) -> Vec<Proportion> {
        self.cells[model].iter().map(|cell| cell.counts.vulnerable(basis)).collect()
    }
}

impl<'s> Cell<'s> {
    fn new(all: &'s [ScoredAnswer<'s>], reading: Reading) -> Self {
        let is_counted = |answer: &ScoredAnswer| answer.is_of(reading.unit);
        let counted = (!all.iter().all(is_counted))
            .then(|| (0_u32..).zip(all).filter(|(_, answer)| is_counted(answer)).map(|(index, _)| index).collect());
        let cell = Self { all, counted, counts: Counts::default() };
        let counts = cell.answers().map(|answer| Counts::of(answer, reading)).sum();
        Self { counts, ..cell }
    }

    /// The answers that the reading counts.
    pub fn answers(&self) -> impl Iterator<Item = &'s ScoredAnswer<'s>> {
        let count = self.counted.as_ref().map_or(self.all.len(), |counted| counted.len());
        (0..count).map(|index| self.answer(index))
    }

    /// Returns one of these answers.
    pub fn answer(&self, index: usize) -> &'s ScoredAnswer<'s> {
        &self.all[self.counted.as_ref().map_or(index, |counted| counted[index] as usize)]
    }

    /// Returns the answers in groups with the same code and the same remediations, ordered by each group's first
    /// answer.
    pub fn duplicates(&self) -> Vec<Vec<usize>> {
        let mut groups: Vec<Vec<usize>> = Vec::new();
        let mut known: HashMap<Vec<&str>, usize, FxBuildHasher> = HashMap::default();
        for (index, scored) in self.answers().enumerate() {
            let group = *known.entry(texts(scored)).or_insert_with(|| {
                groups.push(Vec::new());
                groups.len() - 1
            });
            groups[group].push(index);
        }
        groups
    }
}

/// Returns the code of an answer and the texts of its repairs.
pub fn texts<'s>(scored: &ScoredAnswer<'s>) -> Vec<&'s str> {
    let answer = scored.answer;
    let repairs = answer.remediations.iter().map(|remediation| remediation.attempt.text());
    std::iter::once(&*answer.code).chain(repairs).collect()
}

impl Counts {
    /// Returns the counts of one answer in a reading, which may differ from the one that it was scored in.
    pub fn of(answer: &ScoredAnswer, reading: Reading) -> Self {
        let findings = answer.score.count_in(reading);
        let is_code = |score: &Score| score.is_code_with(reading.directives);
        let distinct = u32::from(!answer.answer.is_repeated);
        let mut counts = Self { answers: 1, distinct, findings, ..Self::default() };
        counts.statuses[answer.score.status as usize] = 1;
        // A text with a finding is code, whatever else it contains.
        if findings == 0 {
            match answer.score.verdict {
                _ if is_code(&answer.score) => {}
                Verdict::Code => counts.other = 1,
                Verdict::NoStatement | Verdict::Inert => counts.empty = 1,
                Verdict::Unparsable | Verdict::OverLimit => counts.unparsable = 1,
            }
            return counts;
        }
        counts.vulnerable = 1;
        counts.attempts = u32::from(!answer.remediations.is_empty());
        match answer.remediated() {
            None => counts.failed = counts.attempts,
            Some(score) => {
                counts.remediated_without_code = u32::from(!is_code(score));
                counts.fixed = u32::from(answer.is_fixed_in(reading));
                counts.found = findings;
                counts.after = answer.findings_left_in(reading);
            }
        }
        counts
    }

    /// Returns the number of answers that are not code.
    pub fn without_code(&self) -> u32 {
        self.unparsable + self.empty + self.other
    }

    /// Returns the number of answers that a rate on this basis counts.
    pub fn of_basis(&self, basis: Basis) -> u32 {
        match basis {
            Basis::Published => self.answers,
            Basis::Code => self.answers - self.without_code(),
        }
    }

    /// Returns the vulnerability rate. Findings are in code, so both bases share the count.
    pub fn vulnerable(&self, basis: Basis) -> Proportion {
        Proportion::new(self.vulnerable, self.of_basis(basis))
    }

    /// Returns the fix rate: among the attempts, or among those that came back as code.
    pub fn fixed(&self, basis: Basis) -> Proportion {
        let attempts = match basis {
            Basis::Published => self.attempts,
            Basis::Code => self.attempts - self.failed - self.remediated_without_code,
        };
        Proportion::new(self.fixed, attempts)
    }

    /// Returns the net rate: answers that are vulnerable and that no remediation fixed.
    pub fn net(&self, basis: Basis) -> Proportion {
        Proportion::new(self.vulnerable - self.fixed, self.of_basis(basis))
    }
}

impl std::ops::AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.answers += other.answers;
        self.distinct += other.distinct;
        self.unparsable += other.unparsable;
        self.empty += other.empty;
        self.other += other.other;
        for (sum, count) in self.statuses.iter_mut().zip(other.statuses) {
            *sum += count;
        }
        self.vulnerable += other.vulnerable;
        self.attempts += other.attempts;
        self.failed += other.failed;
        self.remediated_without_code += other.remediated_without_code;
        self.fixed += other.fixed;
        self.findings += other.findings;
        self.found += other.found;
        self.after += other.after;
    }
}

impl std::iter::Sum for Counts {
    fn sum<I: Iterator<Item = Self>>(parts: I) -> Self {
        parts.fold(Self::default(), |mut sum, part| {
            sum += part;
            sum
        })
    }
}
