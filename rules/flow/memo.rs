//! The memo of the analysis: questions that have been answered, and those that are being answered.
//!
//! A value that depends on itself adds nothing to the other values that it depends on: met again during its own
//! evaluation, it is [`Term::NONE`]. Answers that rest on such a cut are right only for that evaluation, and are
//! forgotten when it ends.

use oxc_syntax::node::NodeId;
use rustc_hash::FxHashMap;

use super::{Flow, Frame, Term};
use crate::estree::VariableId;

/// A question whose answer is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Question {
    /// The value of an expression, a declared name or an assignment.
    Value(NodeId, Frame),
    /// The value of a function's parameter, whatever the activation.
    Parameter(NodeId, usize),
    /// The value that a function returns.
    Return(NodeId, Frame),
    /// The value of a variable after a statement.
    After(VariableId, NodeId, Frame),
}

/// The state of a question's answer.
#[derive(Clone, Copy, Debug)]
pub enum Answer {
    /// It is being evaluated, at this depth.
    Pending(u32),
    /// Its value, which rests on a question that is still being answered at this depth.
    Provisional(Term, u32),
    Known(Term),
}

/// The answers by question. Most questions are about values outside of known activations; their answers are in a list
/// by node.
#[derive(Default)]
pub struct Answers {
    values: Vec<Option<Answer>>,
    others: FxHashMap<Question, Answer>,
}

impl Answers {
    fn get(&self, question: Question) -> Option<Answer> {
        match question {
            Question::Value(node, Frame::ROOT) => *self.values.get(node.index())?,
            _ => self.others.get(&question).copied(),
        }
    }

    fn insert(&mut self, question: Question, answer: Answer) {
        match question {
            Question::Value(node, Frame::ROOT) => {
                let place = node.index();
                if place >= self.values.len() {
                    self.values.resize((place + 1).max(2 * self.values.len()), None);
                }
                self.values[place] = Some(answer);
            }
            _ => {
                self.others.insert(question, answer);
            }
        }
    }

    fn remove(&mut self, question: Question) {
        match question {
            Question::Value(node, Frame::ROOT) => self.values[node.index()] = None,
            _ => {
                self.others.remove(&question);
            }
        }
    }
}

/// The maximum number of provisional answers of one text that are forgotten; more are kept as they are.
const MAX_FORGOTTEN: usize = 20_000;

/// The questions that are being answered.
#[derive(Default)]
pub struct Pending {
    depth: u32,
    /// The depth of the outermost question that was met again, from 1 on; 0 where none was.
    met: u32,
    /// Questions with provisional answers, in the order of answering.
    provisional: Vec<Question>,
    forgotten: usize,
}

impl Pending {
    fn meet(&mut self, depth: u32) {
        self.met = if self.met == 0 { depth } else { self.met.min(depth) };
    }
}

impl<'a> Flow<'a> {
    /// Returns the answer to a question that has been asked before.
    pub(super) fn answered(&mut self, question: Question) -> Option<Term> {
        match self.answers.get(question)? {
            Answer::Known(term) => Some(term),
            Answer::Provisional(term, depth) => {
                self.pending.meet(depth);
                Some(term)
            }
            Answer::Pending(depth) => {
                self.pending.meet(depth);
                Some(Term::NONE)
            }
        }
    }

    /// Returns whether some question is being answered.
    pub(super) fn is_evaluating(&self) -> bool {
        self.pending.depth > 0
    }

    /// Answers a question.
    pub(super) fn answer(&mut self, question: Question, evaluate: impl FnOnce(&mut Self) -> Term) -> Term {
        self.pending.depth += 1;
        let depth = self.pending.depth;
        let met_before = std::mem::take(&mut self.pending.met);
        let earlier = self.pending.provisional.len();
        self.answers.insert(question, Answer::Pending(depth));
        let term = evaluate(self);
        self.pending.depth -= 1;
        let met = std::mem::replace(&mut self.pending.met, met_before);
        if met != 0 && met < depth && self.pending.forgotten < MAX_FORGOTTEN {
            self.answers.insert(question, Answer::Provisional(term, met));
            self.pending.provisional.push(question);
            self.pending.meet(met);
        } else {
            self.answers.insert(question, Answer::Known(term));
            self.pending.forgotten += self.pending.provisional.len() - earlier;
            for question in self.pending.provisional.drain(earlier..) {
                self.answers.remove(question);
            }
        }
        term
    }
}

#[cfg(test)]
mod tests {
    use crate::flow::flows_in;

    #[test]
    fn a_value_that_was_asked_for_within_itself_is_whole_afterwards() {
        // The comparison asks for the key, which depends on the calls of the function by itself.
        let source = "function merge(to, from) {
            for (const key in from) {
                if (key === 'zz') continue;
                if (to[key]) merge(to[key], from[key]); else to[key] = from[key];
            }
        }";
        assert_eq!(flows_in(source), 1);
    }
}
