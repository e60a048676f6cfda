//! The course of one answer: the prompt, the returned findings, the next round.

use oxsec_rules::LintMessage;

use super::{
    call::Call,
    model::Model,
    plan::{Condition, Plan},
    prompts::Prompt,
    provider::Question,
    repair,
};
use crate::{
    answer::{Extracted, Status},
    experiment::{Examination, Linter, Origin},
};

/// The result of linting an answer, for its course.
#[derive(Debug)]
pub struct Examined {
    pub call: Call,
    /// The number of findings in the code that decide whether it is returned for repair.
    pub findings: usize,
    /// The answer is code without such a finding.
    pub is_clean: bool,
    /// The next question; `None` at the end of the course.
    pub next: Option<Question>,
}

/// Returns the first question of every course, iteration after iteration, so that an interrupted run has asked every
/// model and prompt about equally often.
pub fn first_questions(plan: &Plan) -> impl Iterator<Item = Question> {
    (1..=plan.iterations).flat_map(move |iteration| {
        plan.conditions.iter().flat_map(move |condition| {
            plan.prompts.iter().flat_map(move |prompt| {
                plan.authors().map(move |model| first_question(condition, model, prompt, iteration))
            })
        })
    })
}

fn first_question(condition: &Condition, model: &Model, prompt: &Prompt, iteration: u32) -> Question {
    let call = Call {
        condition: condition.name.clone(),
        model: model.name.clone(),
        prompt: prompt.id.clone(),
        iteration,
        round: 0,
    };
    Question { call, model: model.clone(), text: condition.prompt.fill(|_| &prompt.text) }
}

/// Returns the code of an answer, and its origin. `is_code`: it was given as code, not in an answer. `is_cut_off`: its
/// source says that it is cut off.
pub fn code_of(answer: &str, is_code: bool, is_cut_off: bool) -> (Box<str>, Origin) {
    if is_code {
        return (answer.into(), Origin::default());
    }
    let mut extracted = Extracted::from_response(answer, None);
    if is_cut_off {
        extracted.status = Status::CutOff;
    }
    Origin::of_extracted(extracted)
}

/// Lints an answer and decides what follows.
pub fn examine(plan: &Plan, linter: &mut Linter, call: &Call, code: &str, origin: &Origin) -> Examined {
    let Examination { score, mut findings, .. } = linter.examine(code, origin);
    findings.retain(|finding| plan.verdict.counts(finding));
    let next = (!findings.is_empty() && call.round < plan.rounds).then(|| repair(plan, call, code, &findings));
    let is_clean = score.status == Status::Code && findings.is_empty();
    Examined { call: call.clone(), findings: findings.len(), is_clean, next }
}

fn repair(plan: &Plan, call: &Call, code: &str, findings: &[LintMessage]) -> Question {
    let prompt = plan.prompt(&call.prompt);
    let condition = plan.condition(&call.condition);
    let task = condition.prompt.fill(|_| &prompt.text);
    let model = plan.model(plan.remediator.of(&call.model, &prompt.domain));
    Question {
        call: Call { round: call.round + 1, ..call.clone() },
        model: model.clone(),
        text: repair::fill(&plan.repair_prompt, &task, code, findings),
    }
}
