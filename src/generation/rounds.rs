//! What each round of remediation fixed, kept and introduced.

use serde::Serialize;

use super::follow::{Followed, Version, follow};
use crate::experiment::{Attempt, Place, Score, Scored, ScoredAnswer, ScoredModel};

/// One model's repairs of one round, counted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Round {
    #[serde(skip)]
    pub model: String,
    pub round: u32,
    pub attempts: usize,
    /// Attempts that were not answered.
    pub failed: usize,
    /// Answers that are no code. What was found before them is lost, not fixed.
    pub no_code: usize,
    /// Findings before the repairs that are code.
    pub findings: usize,
    pub fixed: usize,
    pub kept: usize,
    pub introduced: usize,
    /// Repairs that are code and introduced at least one finding.
    pub introducing: usize,
}

/// A repair that is code, and what became of the findings.
#[derive(Debug)]
pub struct Repair<'e> {
    pub round: u32,
    pub place: &'e Place,
    pub followed: Followed,
}

impl Round {
    /// How many repairs are code.
    pub fn repairs(&self) -> usize {
        self.attempts - self.failed - self.no_code
    }

    /// The share of the repairs that introduced something, from 0 to 1; `None` without a repair.
    pub fn introduced_share(&self) -> Option<f64> {
        (self.repairs() > 0).then(|| self.introducing as f64 / self.repairs() as f64)
    }
}

/// Every model's rounds, in the order of the models.
pub fn rounds(scored: &Scored) -> Vec<Round> {
    scored.models.iter().flat_map(of_model).collect()
}

/// One model's rounds.
pub fn of_model(model: &ScoredModel) -> Vec<Round> {
    let mut rounds: Vec<Round> = Vec::new();
    for answer in model.answers() {
        for remediation in &answer.remediations {
            let number = remediation.remediation.round;
            let round = at(&mut rounds, &model.model.name, number);
            round.attempts += 1;
            match &remediation.score {
                None => round.failed += 1,
                Some(score) if !score.is_code() => round.no_code += 1,
                Some(_) => {}
            }
        }
        for repair in repairs(answer) {
            let round = at(&mut rounds, &model.model.name, repair.round);
            let Followed { fixed, kept, introduced } = &repair.followed;
            round.findings += fixed.len() + kept.len();
            round.fixed += fixed.len();
            round.kept += kept.len();
            round.introduced += introduced.len();
            round.introducing += usize::from(!introduced.is_empty());
        }
    }
    rounds.sort_by_key(|round| round.round);
    rounds
}

fn at<'r>(rounds: &'r mut Vec<Round>, model: &str, number: u32) -> &'r mut Round {
    let index = rounds.iter().position(|round| round.round == number).unwrap_or_else(|| {
        rounds.push(Round { model: model.to_owned(), round: number, ..Round::default() });
        rounds.len() - 1
    });
    &mut rounds[index]
}

/// The repairs of an answer that are code, each held against the code that it started from.
pub fn repairs<'s>(answer: &'s ScoredAnswer) -> Vec<Repair<'s>> {
    let mut repairs = Vec::new();
    let mut before: (&str, &Score) = (&answer.answer.code, &answer.score);
    for remediation in &answer.remediations {
        let (Attempt::Answered { code, .. }, Some(score)) = (&remediation.remediation.attempt, &remediation.score)
        else {
            continue;
        };
        if score.is_code() {
            repairs.push(Repair {
                round: remediation.remediation.round,
                place: &remediation.remediation.place,
                followed: follow(version(before), version((code, score))),
            });
        }
        before = (code, score);
    }
    repairs
}

fn version<'v>((code, score): (&'v str, &'v Score)) -> Version<'v> {
    Version { code, findings: &score.findings }
}
