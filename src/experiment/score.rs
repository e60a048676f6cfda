//! Linting of every answer and every remediation.

use std::sync::Arc;

use oxsec_rules::{Analysis, Analyzer, LintMessage, RuleSet, is_core_rule};
use rayon::prelude::*;
use rustc_hash::{FxBuildHasher, FxHashMap};

use super::{
    Answer, Attempt, Directives, Experiment, Finding, Model, Origin, Prompt, Reading, RecordedFinding, Score, Scored,
    ScoredAnswer, ScoredModel, ScoredPrompt, ScoredRemediation, Silencing, proofs::Proving,
};
use crate::answer::Status;

/// The pieces of code that are linted before their scores are put beside the experiment. Those that are the same are
/// linted once.
const PIECES_AT_ONCE: usize = 1 << 15;

/// Scores pieces of code one by one.
pub struct Linter<'r> {
    rules: &'r RuleSet,
    reading: Reading,
    /// The rules that search for proofs, where they do.
    proving: Option<Arc<Proving>>,
    judges: bool,
    obeying: Analyzer,
    /// The analyzer that ignores comments, made when first needed: few answers have comments for ESLint.
    ignoring: Option<Analyzer>,
}

/// A piece of code's score with the messages of its findings.
pub struct Examination {
    pub score: Score,
    /// The findings that count in the reading, in the order of the score's.
    pub findings: Vec<LintMessage>,
    /// Those with a proof that do not count in the reading.
    pub proofs: Vec<LintMessage>,
}

impl<'r> Linter<'r> {
    /// Makes a linter that scores by the findings of these rules.
    pub fn new(rules: &'r RuleSet, directives: Directives) -> Self {
        Self::of(rules, Reading::published(directives), None)
    }

    /// Scores by what counts in a reading.
    fn of(rules: &'r RuleSet, reading: Reading, proving: Option<Arc<Proving>>) -> Self {
        let judges = proving.is_some();
        let obeying = Analyzer::new(running(rules, proving.as_deref())).judging_findings(judges);
        Self { rules, reading, proving, judges, obeying, ignoring: None }
    }

    /// Sets whether oxsec's own analysis judges the findings.
    #[must_use]
    pub fn judging(self, judges: bool) -> Self {
        Self { judges, obeying: self.obeying.judging_findings(judges), ignoring: None, ..self }
    }

    /// Lints the code of an answer. A panic becomes a message of its analysis.
    pub fn score(&mut self, code: &str, origin: &Origin) -> Score {
        self.examine(code, origin).score
    }

    /// Lints the code of an answer and keeps the messages of what is found.
    pub fn examine(&mut self, code: &str, origin: &Origin) -> Examination {
        let file = origin.language.file_name();
        let analysis = self.obeying.analyze(file, code);
        let comments = analysis.directives;
        let obeyed = self.read(code, origin, analysis);
        if comments == 0 {
            return obeyed;
        }
        let rules = running(self.rules, self.proving.as_deref());
        let judges = self.judges;
        let analyzer = || Analyzer::new(rules).ignoring_directives(true).judging_findings(judges);
        let analysis = self.ignoring.get_or_insert_with(analyzer).analyze(file, code);
        let ignored = self.read(code, origin, analysis);
        let numbers = [&obeyed, &ignored].map(|examined| examined.score.numbers_found());
        let silencing = Silencing { comments, obeyed: numbers[0], ignored: numbers[1] };
        let mut examined = match self.reading.directives {
            Directives::Obeyed => obeyed,
            Directives::Ignored => ignored,
        };
        examined.score.silencing = Some(Box::new(silencing));
        examined
    }

    /// Keeps the findings of rules, and separates those that count in the reading from the others.
    fn read(&self, code: &str, origin: &Origin, analysis: Analysis) -> Examination {
        let status = origin.status.unwrap_or_else(|| Status::of(code, &analysis));
        let verdict = analysis.verdict;
        let (mut found, mut findings, mut proofs) = (Vec::new(), Vec::new(), Vec::new());
        for message in analysis.messages.into_iter().filter(is_finding) {
            let finding = match &self.proving {
                None => Finding::of(&message),
                Some(proving) => proving.judged(&message, self.reading.verdict),
            };
            let Some(finding) = finding else { continue };
            found.push(finding);
            if finding.counts() {
                findings.push(message);
            } else if finding.is_proven() {
                proofs.push(message);
            }
        }
        Examination { score: Score::of(verdict, status, found), findings, proofs }
    }
}

/// Returns the rules that are run to score by `asked`.
fn running<'r>(asked: &'r RuleSet, proving: Option<&'r Proving>) -> &'r RuleSet {
    proving.map_or(asked, |proving| &proving.rules)
}

/// Returns whether a message is a finding of a rule. Each names one of the rule's messages; what ESLint says about
/// directives, inline configuration and syntax does not. Findings of ESLint's own rules, which comments in the code may
/// switch on, do not count, and neither do notes.
fn is_finding(message: &LintMessage) -> bool {
    let counts = |rule: &str| !is_core_rule(rule.strip_prefix("@/").unwrap_or(rule));
    let is_of_rule = message.rule_id.as_deref().is_some_and(counts) && message.message_id.is_some();
    is_of_rule && !message.fatal && !message.is_note
}

impl<'e> Scored<'e> {
    /// Returns a linter that finds the findings of the scores again, with their messages.
    pub fn linter(&self) -> Linter<'e> {
        let proving = self.has_proofs.then(|| Arc::new(Proving::new(self.rules)));
        Linter::of(self.rules, self.reading, proving)
    }
}

/// Lints an experiment's code with these rules, in parallel, obeying comments as in the published run.
pub fn score<'e>(experiment: &'e Experiment, rules: &'e RuleSet) -> Scored<'e> {
    score_with(experiment, rules, Directives::Obeyed)
}

/// Lints an experiment's code with these rules, in parallel.
pub fn score_with<'e>(experiment: &'e Experiment, rules: &'e RuleSet, directives: Directives) -> Scored<'e> {
    score_watched(experiment, rules, Reading::published(directives), false, &|_| {})
}

/// Lints an experiment's code, in parallel, with these rules and those that search for proofs. The findings are those
/// that count in the reading.
pub fn score_in<'e>(experiment: &'e Experiment, rules: &'e RuleSet, reading: Reading) -> Scored<'e> {
    score_watched(experiment, rules, reading, true, &|_| {})
}

/// Lints an experiment's code, in parallel: with these rules and, to look for proofs, with those that find some, which
/// takes ten times as long. `watch` gets the number of further pieces that are done.
pub fn score_watched<'e>(
    experiment: &'e Experiment,
    rules: &'e RuleSet,
    reading: Reading,
    has_proofs: bool,
    watch: &(dyn Fn(usize) + Sync),
) -> Scored<'e> {
    let proving = has_proofs.then(|| Arc::new(Proving::new(rules)));
    let linter = || Linter::of(rules, reading, proving.clone());
    let mut pieces = pieces(experiment).map(|(code, origin, _)| (code, origin));
    let mut chunk: Vec<(&str, &Origin)> = Vec::with_capacity(PIECES_AT_ONCE);
    let chunks = std::iter::from_fn(|| {
        chunk.clear();
        chunk.extend(pieces.by_ref().take(PIECES_AT_ONCE));
        (!chunk.is_empty()).then(|| score_chunk(&chunk, &linter, watch))
    });
    let scored = assemble(experiment, rules, reading, chunks.flatten());
    Scored { has_proofs, ..scored }
}

/// Lints pieces of code, those that are the same once, and gives each its score.
fn score_chunk<'r>(
    pieces: &[(&str, &Origin)],
    linter: &(impl Fn() -> Linter<'r> + Sync + Send),
    watch: &(dyn Fn(usize) + Sync),
) -> Vec<Score> {
    let mut known = FxHashMap::with_capacity_and_hasher(pieces.len(), FxBuildHasher);
    let mut distinct: Vec<(&str, &Origin, usize)> = Vec::new();
    let places: Vec<usize> = pieces
        .iter()
        .map(|&(code, origin)| {
            let place = *known.entry((code, origin.language, origin.status)).or_insert_with(|| {
                distinct.push((code, origin, 0));
                distinct.len() - 1
            });
            distinct[place].2 += 1;
            place
        })
        .collect();
    let lint = |linter: &mut Linter<'_>, (code, origin, count): (&str, &Origin, usize)| {
        let score = linter.score(code, origin);
        watch(count);
        score
    };
    let scores: Vec<Score> = distinct.into_par_iter().map_init(linter, lint).collect();
    // Copies, made in one thread, leave no holes where the analyses had their memory.
    places.into_iter().map(|place| scores[place].clone()).collect()
}

impl Experiment {
    /// Returns the number of pieces of code: answers and their answered remediations.
    pub fn piece_count(&self) -> usize {
        pieces(self).count()
    }
}

/// Puts the scores of all [`pieces`] beside the experiment.
pub(super) fn assemble<'e>(
    experiment: &'e Experiment,
    rules: &'e RuleSet,
    reading: Reading,
    scores: impl IntoIterator<Item = Score>,
) -> Scored<'e> {
    let mut scores = scores.into_iter();
    let models = experiment.models.iter().map(|model| assemble_model(model, &mut scores)).collect();
    Scored { experiment, rules, reading, has_proofs: false, models }
}

/// Returns every piece of code with its recorded findings: each answer, then its remediations.
pub(super) fn pieces(experiment: &Experiment) -> impl Iterator<Item = (&str, &Origin, Option<&[RecordedFinding]>)> {
    experiment.models.iter().flat_map(|model| &model.prompts).flat_map(|prompt| &prompt.answers).flat_map(|answer| {
        let remediated = answer.remediations.iter().filter_map(|remediation| match &remediation.attempt {
            Attempt::Answered { code, origin, recorded } => Some((&**code, origin, recorded.as_deref())),
            Attempt::Failed { .. } => None,
        });
        std::iter::once((&*answer.code, &answer.origin, answer.recorded.as_deref())).chain(remediated)
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
    use crate::experiment::json;

    #[test]
    fn every_score_finds_its_code() {
        let value = json!({"models": {"m": {"byPrompt": [
            {"id": "p", "iterations": [
                {"iteration": 1, "code": "a",
                 "remediation": [{"fixedCode": "a1"}, {"error": "timed out"}, {"fixedCode": "a3"}]},
                {"iteration": 2, "code": "b"},
            ]},
            {"id": "q", "iterations": [{"iteration": 1, "code": "c", "remediation": {"error": "timed out"}}]},
        ]}, "n": {"byPrompt": [{"id": "p", "iterations": [{"iteration": 1, "code": "d"}]}]}}});
        let experiment = json::experiment_of(&value);
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
