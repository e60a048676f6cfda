//! Linting every answer and every remediation again.

use std::panic::{self, AssertUnwindSafe};

use oxsec_rules::{Analyzer, RuleSet, Verdict};
use rayon::prelude::*;

use super::{
    Answer, Attempt, Experiment, Model, Prompt, RecordedFinding, Score, Scored, ScoredAnswer, ScoredModel,
    ScoredPrompt, ScoredRemediation,
};

/// What rules see as the name of an answer's file: JavaScript, and no test.
const ANSWER_FILE: &str = "answer.js";

/// Scores one piece of code after the other.
pub struct Linter<'r> {
    rules: &'r RuleSet,
    analyzer: Analyzer,
}

impl<'r> Linter<'r> {
    pub fn new(rules: &'r RuleSet) -> Self {
        Self { rules, analyzer: Analyzer::new(rules) }
    }

    /// Lints the code of an answer. A panic is that answer's misfortune, which then counts as no code.
    pub fn score(&mut self, code: &str) -> Score {
        let analyze = AssertUnwindSafe(|| self.analyzer.analyze(ANSWER_FILE, code));
        panic::catch_unwind(analyze).map(Score::new).unwrap_or_else(|_| {
            self.analyzer = Analyzer::new(self.rules);
            Score { verdict: Verdict::Unparsable, findings: Vec::new() }
        })
    }
}

/// Lints an experiment's code with these rules, in parallel.
pub fn score<'e>(experiment: &'e Experiment, rules: &RuleSet) -> Scored<'e> {
    let code: Vec<&str> = pieces(experiment).map(|(code, _)| code).collect();
    let scores: Vec<Score> =
        code.par_iter().map_init(|| Linter::new(rules), |linter, code| linter.score(code)).collect();
    assemble(experiment, scores)
}

/// Puts the scores of all [`pieces`] beside the experiment.
pub(super) fn assemble(experiment: &Experiment, scores: Vec<Score>) -> Scored<'_> {
    let mut scores = scores.into_iter();
    let models = experiment.models.iter().map(|model| assemble_model(model, &mut scores)).collect();
    Scored { experiment, models }
}

/// Every piece of code with what was recorded about it: each answer, then its remediations.
pub(super) fn pieces(experiment: &Experiment) -> impl Iterator<Item = (&str, Option<&[RecordedFinding]>)> {
    experiment.models.iter().flat_map(|model| &model.prompts).flat_map(|prompt| &prompt.answers).flat_map(|answer| {
        let remediated = answer.remediations.iter().filter_map(|remediation| match &remediation.attempt {
            Attempt::Answered { code, recorded } => Some((code.as_str(), recorded.as_deref())),
            Attempt::Failed { .. } => None,
        });
        std::iter::once((answer.code.as_str(), answer.recorded.as_deref())).chain(remediated)
    })
}

fn assemble_model<'e>(model: &'e Model, scores: &mut impl Iterator<Item = Score>) -> ScoredModel<'e> {
    ScoredModel { model, prompts: model.prompts.iter().map(|prompt| assemble_prompt(prompt, scores)).collect() }
}

fn assemble_prompt<'e>(prompt: &'e Prompt, scores: &mut impl Iterator<Item = Score>) -> ScoredPrompt<'e> {
    ScoredPrompt { prompt, answers: prompt.answers.iter().map(|answer| assemble_answer(answer, scores)).collect() }
}

fn assemble_answer<'e>(answer: &'e Answer, scores: &mut impl Iterator<Item = Score>) -> ScoredAnswer<'e> {
    let mut next = || scores.next().expect("one score for each piece of code");
    let score = next();
    let remediations = answer.remediations.iter().map(|remediation| ScoredRemediation {
        remediation,
        score: matches!(remediation.attempt, Attempt::Answered { .. }).then(&mut next),
    });
    ScoredAnswer { answer, score, remediations: remediations.collect() }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::experiment::{Domains, builder::Builder, json};

    #[test]
    fn every_score_finds_its_code() {
        let value = json!({"models": {"m": {"byPrompt": [
            {"id": "p", "iterations": [
                {"iteration": 1, "code": "a", "remediation": [{"fixedCode": "a1"}, {"error": "timed out"}, {"fixedCode": "a3"}]},
                {"iteration": 2, "code": "b"},
            ]},
            {"id": "q", "iterations": [{"iteration": 1, "code": "c", "remediation": {"error": "timed out"}}]},
        ]}, "n": {"byPrompt": [{"id": "p", "iterations": [{"iteration": 1, "code": "d"}]}]}}});
        let domains = Domains::default();
        let mut builder = Builder::new(&domains);
        json::read(&mut builder, "experiment.json".into(), value.to_string().as_bytes());
        let experiment = builder.finish();
        let all: Vec<&str> = pieces(&experiment).map(|(code, _)| code).collect();
        assert_eq!(all, ["a", "a1", "a3", "b", "c", "d"]);

        let rules = RuleSet::preset("recommended").unwrap();
        let scored = score(&experiment, &rules);
        let attempts: Vec<Vec<bool>> = scored
            .models
            .iter()
            .flat_map(|model| model.answers())
            .map(|answer| answer.remediations.iter().map(|remediation| remediation.score.is_some()).collect())
            .collect();
        assert_eq!(attempts, [vec![true, false, true], vec![], vec![false], vec![]]);
    }
}
