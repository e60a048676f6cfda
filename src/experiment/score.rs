//! Linting every answer and every remediation again.

use oxsec_rules::{Analyzer, Judged, RuleSet};
use rayon::prelude::*;
use rustc_hash::FxHashSet;

use super::{
    Answer, Attempt, Directives, Experiment, Model, Origin, Prompt, Proofs, Reading, RecordedFinding, Score, Scored,
    ScoredAnswer, ScoredModel, ScoredPrompt, ScoredRemediation, Silencing, VulnerableBy,
    proofs::{self, Proving},
};

/// Scores one piece of code after the other.
pub struct Linter<'r> {
    rules: &'r RuleSet,
    reading: Reading,
    /// Where proofs are looked for.
    proving: Option<&'r Proving<'r>>,
    judges: bool,
    obeying: Analyzer,
    /// When first needed: few answers hold comments for ESLint.
    ignoring: Option<Analyzer>,
}

impl<'r> Linter<'r> {
    /// Scores by the findings of these rules.
    pub fn new(rules: &'r RuleSet, directives: Directives) -> Self {
        Self {
            rules,
            reading: Reading::published(directives),
            proving: None,
            judges: false,
            obeying: Analyzer::new(rules),
            ignoring: None,
        }
    }

    /// Scores by what counts in a reading, and looks for proofs.
    pub(super) fn proving(proving: &'r Proving<'r>, reading: Reading) -> Self {
        Self {
            rules: &proving.rules,
            reading,
            proving: Some(proving),
            judges: true,
            obeying: Analyzer::new(&proving.rules).judging_findings(true),
            ignoring: None,
        }
    }

    /// Sets whether oxsec's own analysis judges the findings.
    #[must_use]
    pub fn judging(self, judges: bool) -> Self {
        Self { judges, obeying: self.obeying.judging_findings(judges), ignoring: None, ..self }
    }

    /// Lints the code of an answer. A panic becomes its analysis' message.
    pub fn score(&mut self, code: &str, origin: &Origin) -> Score {
        let file = origin.language.file_name();
        let analysis = self.obeying.analyze(file, code);
        let comments = analysis.directives;
        let obeyed = self.read(Score::new(code, origin, analysis));
        if comments == 0 {
            return obeyed;
        }
        let rules = self.rules;
        let judges = self.judges;
        let analyzer = || Analyzer::new(rules).ignoring_directives(true).judging_findings(judges);
        let ignoring = self.ignoring.get_or_insert_with(analyzer);
        let analysis = ignoring.analyze(file, code);
        let ignored = self.read(Score::new(code, origin, analysis));
        let silencing = Silencing { comments, obeyed: obeyed.numbers, ignored: ignored.numbers };
        let score = match self.reading.directives {
            Directives::Obeyed => obeyed,
            Directives::Ignored => ignored,
        };
        Score { silencing: Some(Box::new(silencing)), ..score }
    }

    /// Keeps the findings that count in the reading of those of all rules.
    fn read(&self, score: Score) -> Score {
        let Some(proving) = self.proving else { return score };
        let (asked, proven) = proving.split(score.findings);
        let verdicts: Vec<Judged> = asked.iter().map(proofs::verdict).collect();
        let numbers = proofs::numbers(&asked, &verdicts, &proven);
        let (findings, verdicts) = match self.reading.verdict {
            VulnerableBy::Rules => (asked, verdicts),
            VulnerableBy::Confirmed => {
                let both = asked.into_iter().zip(verdicts);
                both.filter(|(_, verdict)| *verdict == Judged::Confirmed).unzip()
            }
            VulnerableBy::Proven => (proven.clone(), vec![Judged::Confirmed; proven.len()]),
            VulnerableBy::Labels => (Vec::new(), Vec::new()),
        };
        let beside: Vec<_> = proven.into_iter().filter(|proof| !findings.contains(proof)).collect();
        let says_something = !verdicts.is_empty() || !beside.is_empty();
        let proofs = says_something.then(|| Box::new(Proofs { verdicts, beside }));
        Score { findings, proofs, numbers, ..score }
    }
}

/// Lints an experiment's code with these rules, in parallel, comments obeyed as was published.
pub fn score<'e>(experiment: &'e Experiment, rules: &RuleSet) -> Scored<'e> {
    score_with(experiment, rules, Directives::Obeyed)
}

/// Lints an experiment's code with these rules, in parallel.
pub fn score_with<'e>(experiment: &'e Experiment, rules: &RuleSet, directives: Directives) -> Scored<'e> {
    score_by(experiment, Reading::published(directives), || Linter::new(rules, directives))
}

/// Lints an experiment's code, in parallel, with these rules and those that look for proofs. The findings are those
/// that count in the reading.
pub fn score_in<'e>(experiment: &'e Experiment, rules: &RuleSet, reading: Reading) -> Scored<'e> {
    let proving = Proving::new(rules);
    let scored = score_by(experiment, reading, || Linter::proving(&proving, reading));
    Scored { has_proofs: true, ..scored }
}

fn score_by<'e, 'r>(
    experiment: &'e Experiment,
    reading: Reading,
    linter: impl Fn() -> Linter<'r> + Sync + Send,
) -> Scored<'e> {
    let pieces: Vec<(&str, &Origin)> = pieces(experiment).map(|(code, origin, _)| (code, origin)).collect();
    let lint = |linter: &mut Linter<'_>, (code, origin): (&str, &Origin)| linter.score(code, origin);
    let scores: Vec<Score> = pieces.into_par_iter().map_init(linter, lint).collect();
    assemble(experiment, reading, scores)
}

/// Puts the scores of all [`pieces`] beside the experiment.
pub(super) fn assemble(experiment: &Experiment, reading: Reading, scores: Vec<Score>) -> Scored<'_> {
    let mut scores = scores.into_iter();
    let models = experiment.models.iter().map(|model| assemble_model(model, &mut scores)).collect();
    Scored { experiment, reading, has_proofs: false, models }
}

/// Every piece of code with what was recorded about it: each answer, then its remediations.
pub(super) fn pieces(experiment: &Experiment) -> impl Iterator<Item = (&str, &Origin, Option<&[RecordedFinding]>)> {
    experiment.models.iter().flat_map(|model| &model.prompts).flat_map(|prompt| &prompt.answers).flat_map(|answer| {
        let remediated = answer.remediations.iter().filter_map(|remediation| match &remediation.attempt {
            Attempt::Answered { code, origin, recorded } => Some((code.as_str(), origin, recorded.as_deref())),
            Attempt::Failed { .. } => None,
        });
        std::iter::once((answer.code.as_str(), &answer.origin, answer.recorded.as_deref())).chain(remediated)
    })
}

fn assemble_model<'e>(model: &'e Model, scores: &mut impl Iterator<Item = Score>) -> ScoredModel<'e> {
    ScoredModel { model, prompts: model.prompts.iter().map(|prompt| assemble_prompt(prompt, scores)).collect() }
}

fn assemble_prompt<'e>(prompt: &'e Prompt, scores: &mut impl Iterator<Item = Score>) -> ScoredPrompt<'e> {
    let mut texts: FxHashSet<&str> = FxHashSet::default();
    let answers = prompt.answers.iter().map(|answer| {
        let is_repeated = !texts.insert(&answer.code);
        ScoredAnswer { is_repeated, ..assemble_answer(answer, scores) }
    });
    ScoredPrompt { prompt, answers: answers.collect() }
}

fn assemble_answer<'e>(answer: &'e Answer, scores: &mut impl Iterator<Item = Score>) -> ScoredAnswer<'e> {
    let mut next = || scores.next().expect("one score for each piece of code");
    let score = next();
    let remediations = answer.remediations.iter().map(|remediation| ScoredRemediation {
        remediation,
        score: matches!(remediation.attempt, Attempt::Answered { .. }).then(&mut next),
    });
    ScoredAnswer { answer, score, is_repeated: false, remediations: remediations.collect() }
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
        let all: Vec<&str> = pieces(&experiment).map(|(code, ..)| code).collect();
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
