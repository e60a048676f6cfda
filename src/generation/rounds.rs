//! The findings that each round of remediation fixed, kept and introduced.

use serde::Serialize;

use super::follow::{Followed, Version, follow};
use crate::{
    experiment::{Attempt, Place, Score, Scored, ScoredAnswer, ScoredModel},
    statistics::Proportion,
};

/// The counts of a model's repairs in one round.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Round {
    #[serde(skip)]
    pub model: String,
    pub round: u32,
    pub attempts: u32,
    /// Attempts that were not answered.
    pub failed: u32,
    /// Answers that are not code. The findings before them are lost, not fixed.
    pub no_code: u32,
    /// Findings before the repairs that are code.
    pub findings: u32,
    pub fixed: u32,
    pub kept: u32,
    pub introduced: u32,
    /// Repairs that are code and introduced at least one finding.
    pub introducing: u32,
}

/// A repair that is code, with the fates of the findings.
#[derive(Debug)]
pub struct Repair<'e> {
    pub round: u32,
    pub place: &'e Place,
    pub followed: Followed,
}

impl Round {
    /// Returns the number of repairs that are code.
    pub fn repairs(&self) -> u32 {
        self.attempts - self.failed - self.no_code
    }

    /// Returns the share of repairs that introduced a finding.
    pub fn introducing_share(&self) -> Proportion {
        Proportion::new(self.introducing, self.repairs())
    }
}

/// Returns every model's rounds, in the order of the models.
pub fn rounds(scored: &Scored) -> Vec<Round> {
    scored.models.iter().flat_map(of_model).collect()
}

/// Returns a model's rounds.
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
            round.findings += count(fixed) + count(kept);
            round.fixed += count(fixed);
            round.kept += count(kept);
            round.introduced += count(introduced);
            round.introducing += u32::from(!introduced.is_empty());
        }
    }
    rounds.sort_by_key(|round| round.round);
    rounds
}

fn count<T>(findings: &[T]) -> u32 {
    u32::try_from(findings.len()).expect("a position is 32 bits wide, so there are no more findings in a text")
}

fn at<'r>(rounds: &'r mut Vec<Round>, model: &str, number: u32) -> &'r mut Round {
    let index = rounds.iter().position(|round| round.round == number).unwrap_or_else(|| {
        rounds.push(Round { model: model.to_owned(), round: number, ..Round::default() });
        rounds.len() - 1
    });
    &mut rounds[index]
}

/// Returns the repairs of an answer that are code, each compared with the code that it started from.
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
    Version { code, findings: score.findings() }
}
