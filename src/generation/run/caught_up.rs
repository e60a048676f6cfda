//! The state after the journal: every course followed through it as far as it goes.

use std::collections::HashMap;

use oxsec_rules::RuleSet;
use rayon::prelude::*;

use super::RunError;
use crate::{
    experiment::Linter,
    generation::{
        course::{self, Examined},
        examining::Examining,
        journal::{Outcome, Record},
        plan::Plan,
        progress::Tally,
        provider::Question,
    },
};

/// The state after reading the journal.
pub(super) struct CaughtUp {
    pub(super) tallies: Tallies,
    /// The next question of every course that has not ended.
    pub(super) pending: Vec<Question>,
}

/// Follows every course through the journal as far as it goes.
pub(super) fn catch_up(
    plan: &Plan,
    record: &Record,
    rules: &RuleSet,
    retry_failed: bool,
    examining: &Examining,
) -> Result<CaughtUp, RunError> {
    let first: Vec<Question> = course::first_questions(plan).collect();
    let courses = first
        .into_par_iter()
        .map_init(
            || plan.linter(rules),
            |linter, first| follow_course(plan, record, linter, first, retry_failed, examining),
        )
        .collect::<Result<Vec<_>, _>>()?;
    let mut tallies = Tallies::default();
    let mut pending = Vec::new();
    for course in courses {
        for question in course.asked.iter().chain(&course.pending) {
            tallies.of(&question.model.provider).needed += 1;
        }
        for question in &course.asked {
            tallies.outcome(&question.model.provider, &record.entries[&question.call].outcome);
        }
        for examined in &course.examined {
            tallies.examined(plan, examined);
        }
        pending.extend(course.pending);
    }
    Ok(CaughtUp { tallies, pending })
}

/// The part of a course that is in the journal.
#[derive(Default)]
struct Course {
    asked: Vec<Question>,
    examined: Vec<Examined>,
    pending: Option<Question>,
}

fn follow_course(
    plan: &Plan,
    record: &Record,
    linter: &mut Linter,
    first: Question,
    retry_failed: bool,
    examining: &Examining,
) -> Result<Course, RunError> {
    let mut course = Course::default();
    let mut next = Some(first);
    while let Some(question) = next.take() {
        let Some(entry) = record.entries.get(&question.call) else {
            course.pending = Some(question);
            break;
        };
        match &entry.outcome {
            outcome if retry_failed && outcome.is_wanting() => {
                course.pending = Some(question);
                break;
            }
            Outcome::Failed { .. } => {}
            // A repair's question depends on the findings at that time; a first question is the plan's.
            Outcome::Answered { .. } if question.call.round == 0 && entry.asked != question.text => {
                return Err(RunError::OtherWords { call: question.call });
            }
            Outcome::Answered { answer, is_code, details, .. } => {
                let _examining = examining.begin(&question.call);
                let (code, origin) = course::code_of(answer, *is_code, details.is_cut_off());
                let mut examined = course::examine(plan, linter, &question.call, &code, &origin);
                next = examined.next.take();
                course.examined.push(examined);
            }
        }
        course.asked.push(question);
    }
    Ok(course)
}

/// The counts of every provider.
#[derive(Default)]
pub(super) struct Tallies(HashMap<String, Tally>);

impl Tallies {
    pub(super) fn of(&mut self, provider: &str) -> &mut Tally {
        self.0.entry(provider.to_owned()).or_default()
    }

    pub(super) fn outcome(&mut self, provider: &str, outcome: &Outcome) {
        let tally = self.of(provider);
        tally.asked += 1;
        tally.failed += u64::from(matches!(outcome, Outcome::Failed { .. }));
    }

    /// Counts an examined answer for the provider of its author.
    pub(super) fn examined(&mut self, plan: &Plan, examined: &Examined) {
        let tally = self.of(&plan.model(&examined.call.model).provider);
        if examined.call.round == 0 {
            tally.vulnerable += u64::from(examined.findings > 0);
        } else {
            tally.fixed += u64::from(examined.is_clean);
        }
    }
}
