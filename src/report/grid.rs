//! A scored experiment as models × prompts, with what is counted in each cell.

use std::collections::HashMap;

use oxsec_rules::Verdict;
use rustc_hash::FxBuildHasher;

use crate::answer::Status;
use crate::experiment::{Basis, Prompt, Scored, ScoredAnswer};
use crate::statistics::Proportion;

/// The models' answers, prompt by prompt. All models share one list of prompts; a model without answers
/// to one of them has an empty cell there.
pub struct Grid<'s> {
    /// In the order of the experiment.
    pub models: Vec<&'s str>,
    /// In the order in which they first occur.
    pub prompts: Vec<GridPrompt<'s>>,
    /// In the order in which they first occur.
    pub domains: Vec<&'s str>,
    /// A row a model, a column a prompt.
    cells: Vec<Vec<Cell<'s>>>,
}

pub struct GridPrompt<'s> {
    pub prompt: &'s Prompt,
    /// The index of its domain.
    pub domain: usize,
}

/// One model's answers to one prompt.
#[derive(Clone, Default)]
pub struct Cell<'s> {
    pub answers: Vec<&'s ScoredAnswer<'s>>,
    pub counts: Counts,
}

/// What a set of answers comes to. All rates are derived from here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub answers: u32,
    /// Answers that do not parse.
    pub unparsable: u32,
    /// Answers that parse but hold no statement, or none that does anything.
    pub empty: u32,
    /// Answers that parse and are no code all the same: patches, what is cut off, what was not analyzed.
    pub other: u32,
    /// Answers by what they turned out to be, in the order of [`Status::ALL`].
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
    /// Findings that are left in these; a remediation without code takes none away.
    pub after: u32,
}

impl<'s> Grid<'s> {
    pub fn new(scored: &'s Scored<'s>) -> Self {
        let mut prompts: Vec<GridPrompt> = Vec::new();
        let mut prompt_indices: HashMap<&str, usize, FxBuildHasher> = HashMap::default();
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
                    let cell = &mut row[prompt_indices[prompt.prompt.id.as_str()]];
                    cell.answers.extend(&prompt.answers);
                    cell.counts += prompt.answers.iter().map(Counts::of).sum();
                }
                row
            })
            .collect();
        let models = scored.models.iter().map(|model| model.model.name.as_str()).collect();
        Self { models, prompts, domains, cells }
    }

    pub fn cell(&self, model: usize, prompt: usize) -> &Cell<'s> {
        &self.cells[model][prompt]
    }

    /// All answers of a model.
    pub fn answers(&self, model: usize) -> impl Iterator<Item = &'s ScoredAnswer<'s>> {
        self.cells[model].iter().flat_map(|cell| cell.answers.iter().copied())
    }

    /// What all answers of a model come to.
    pub fn of_model(&self, model: usize) -> Counts {
        self.cells[model].iter().map(|cell| cell.counts).sum()
    }

    /// What a model's answers to the prompts of a domain come to.
    pub fn of_domain(&self, model: usize, domain: usize) -> Counts {
        self.prompts_of(domain).map(|prompt| self.cells[model][prompt].counts).sum()
    }

    /// The indices of a domain's prompts.
    pub fn prompts_of(&self, domain: usize) -> impl Iterator<Item = usize> {
        (0..self.prompts.len()).filter(move |prompt| self.prompts[*prompt].domain == domain)
    }

    /// A model's vulnerable answers, a proportion a prompt: the clusters of the bootstrap.
    pub fn clusters(&self, model: usize, basis: Basis) -> Vec<Proportion> {
        self.cells[model].iter().map(|cell| cell.counts.vulnerable(basis)).collect()
    }
}

impl Cell<'_> {
    /// The answers in groups whose code is the same, as are their remediations, each group in the order of its first answer.
    pub fn duplicates(&self) -> Vec<Vec<usize>> {
        let mut groups: Vec<Vec<usize>> = Vec::new();
        let mut known: HashMap<Vec<&str>, usize, FxBuildHasher> = HashMap::default();
        for (index, scored) in self.answers.iter().enumerate() {
            let texts = scored.answer.remediations.iter().map(|remediation| remediation.attempt.text());
            let key: Vec<&str> = std::iter::once(scored.answer.code.as_str()).chain(texts).collect();
            let group = *known.entry(key).or_insert_with(|| {
                groups.push(Vec::new());
                groups.len() - 1
            });
            groups[group].push(index);
        }
        groups
    }
}

impl Counts {
    fn of(answer: &ScoredAnswer) -> Self {
        let findings = count(answer.score.findings.len());
        let mut counts = Self { answers: 1, findings, ..Self::default() };
        counts.statuses[answer.score.status as usize] = 1;
        // A text in which something is found is code, whatever else it holds.
        if !answer.is_vulnerable() {
            match answer.score.verdict {
                Verdict::Code => counts.other = u32::from(!answer.score.is_code()),
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
                counts.remediated_without_code = u32::from(!score.is_code());
                counts.fixed = u32::from(answer.is_fixed());
                counts.found = findings;
                counts.after = count(answer.findings_left());
            }
        }
        counts
    }

    /// Answers that are no code.
    pub fn without_code(&self) -> u32 {
        self.unparsable + self.empty + self.other
    }

    /// The answers that a rate on this basis is taken over.
    pub fn of_basis(&self, basis: Basis) -> u32 {
        match basis {
            Basis::Published => self.answers,
            Basis::Code => self.answers - self.without_code(),
        }
    }

    /// The vulnerability rate. What is found stands in code, so that both bases share the count.
    pub fn vulnerable(&self, basis: Basis) -> Proportion {
        Proportion::new(self.vulnerable, self.of_basis(basis))
    }

    /// The fix rate: of the attempts, or of those that came back as code.
    pub fn fixed(&self, basis: Basis) -> Proportion {
        let attempts = match basis {
            Basis::Published => self.attempts,
            Basis::Code => self.attempts - self.failed - self.remediated_without_code,
        };
        Proportion::new(self.fixed, attempts)
    }

    /// The net rate: answers that are vulnerable and that no remediation mended.
    pub fn net(&self, basis: Basis) -> Proportion {
        Proportion::new(self.vulnerable - self.fixed, self.of_basis(basis))
    }
}

impl std::ops::AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.answers += other.answers;
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

/// A length as a count. No experiment holds four thousand million answers.
fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
