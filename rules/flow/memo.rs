//! The memo of the analysis: questions that have been answered, and those that are being answered.
//!
//! A value that depends on itself adds nothing to what it depends on otherwise: met again while it is evaluated, it is
//! no value. What is made of such a cut holds only as long as the evaluation that it was cut at. Each answer has the
//! questions that it was cut at; when the innermost of them is answered, it is forgotten. Kept for good is only what
//! depends on nothing that was being evaluated.

use oxc_syntax::node::NodeId;
use rustc_hash::FxHashMap;

use super::{Flow, Frame, MAX_DEPTH, Term};
use crate::estree::VariableId;

/// A question whose answer is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Question {
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
pub(super) enum Answer {
    /// It is being evaluated, at this depth.
    Pending(u32),
    /// Its value, as far as the cuts of this number let see.
    Provisional(Term, u32),
    Known(Term),
}

/// The answers by question. Most questions are about values outside of known activations; their answers are in a list
/// by node.
#[derive(Default)]
pub(super) struct Answers {
    /// The number of nodes of the text.
    nodes: usize,
    values: Vec<Option<Answer>>,
    others: FxHashMap<Question, Answer>,
}

impl Answers {
    /// Makes the empty list for a text of a number of nodes; it takes room when there is an answer.
    pub(super) fn new(nodes: usize) -> Self {
        Self { nodes, ..Self::default() }
    }

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
                    self.values.resize(self.nodes.max(place + 1), None);
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

/// The words of a set of depths. A parameter is a question that adds nothing to the nesting.
const WORDS: usize = 2 * MAX_DEPTH / 64 + 2;

/// The questions that an answer was cut at, by the depths at which they are being answered, from 1 on.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Cuts([u64; WORDS]);

impl Cuts {
    /// The last depth that is told apart. What is cut below it counts as cut there, and is forgotten later.
    const LAST: u32 = WORDS as u32 * 64 - 1;

    fn add(&mut self, depth: u32) {
        let depth = depth.min(Self::LAST);
        self.0[depth as usize / 64] |= 1 << (depth % 64);
    }

    fn remove(&mut self, depth: u32) {
        if depth <= Self::LAST {
            self.0[depth as usize / 64] &= !(1 << (depth % 64));
        }
    }

    fn add_all(&mut self, other: &Self) {
        for (word, other) in self.0.iter_mut().zip(other.0) {
            *word |= other;
        }
    }

    /// Returns the depth of the innermost of them.
    fn innermost(&self) -> Option<usize> {
        let word = self.0.iter().rposition(|&word| word != 0)?;
        Some(word * 64 + self.0[word].ilog2() as usize)
    }
}

/// The questions that are being answered.
#[derive(Default)]
pub(super) struct Pending {
    depth: u32,
    /// The questions that what is being evaluated was cut at so far.
    cuts: Cuts,
    /// The cuts of the provisional answers.
    sets: Vec<Cuts>,
    /// The questions with provisional answers, by the depth of the innermost question that they were cut at.
    provisional: Vec<Vec<Question>>,
    forgotten: usize,
}

impl Pending {
    /// Returns the state for an evaluation of its own within another.
    pub(super) fn within(&self) -> Self {
        Self { depth: 1, forgotten: self.forgotten, ..Self::default() }
    }
}

impl<'a> Flow<'a> {
    /// Returns the answer to a question that has been asked before.
    pub(super) fn answered(&mut self, question: Question) -> Option<Term> {
        match self.answers.get(question)? {
            Answer::Known(term) => Some(term),
            Answer::Provisional(term, set) => {
                self.pending.cuts.add_all(&self.pending.sets[set as usize]);
                Some(term)
            }
            Answer::Pending(depth) => {
                self.pending.cuts.add(depth);
                Some(Term::NONE)
            }
        }
    }

    /// Returns whether some question is being answered.
    pub(super) fn is_evaluating(&self) -> bool {
        self.pending.depth > 0
    }

    /// Returns whether the nesting is too deep to be followed: what is not followed would be if it were asked about by
    /// itself, so that nothing made of it is kept but what the outermost question gives.
    pub(super) fn is_too_deep(&mut self) -> bool {
        let is_too_deep = self.depth >= MAX_DEPTH;
        if is_too_deep && self.is_evaluating() {
            self.pending.cuts.add(1);
        }
        is_too_deep
    }

    /// Evaluates something and returns whether it depends on nothing that is being evaluated.
    pub(super) fn is_whole(&mut self, evaluate: impl FnOnce(&mut Self)) -> bool {
        let cuts_before = std::mem::take(&mut self.pending.cuts);
        evaluate(self);
        let is_whole = self.pending.cuts == Cuts::default();
        self.pending.cuts.add_all(&cuts_before);
        is_whole
    }

    /// Answers a question.
    pub(super) fn answer(&mut self, question: Question, evaluate: impl FnOnce(&mut Self) -> Term) -> Term {
        if !self.is_evaluating() {
            // Asked for within an evaluation they would depend on it.
            self.entries();
        }
        self.pending.depth += 1;
        let depth = self.pending.depth;
        let cuts_before = std::mem::take(&mut self.pending.cuts);
        self.answers.insert(question, Answer::Pending(depth));
        let term = evaluate(self);
        self.pending.depth -= 1;
        let mut cuts = std::mem::replace(&mut self.pending.cuts, cuts_before);
        cuts.remove(depth);
        self.forget(depth as usize);
        let answer = match cuts.innermost().filter(|_| self.pending.forgotten < MAX_FORGOTTEN) {
            Some(innermost) => {
                let pending = &mut self.pending;
                pending.cuts.add_all(&cuts);
                if pending.sets.last() != Some(&cuts) {
                    pending.sets.push(cuts);
                }
                if pending.provisional.len() <= innermost {
                    pending.provisional.resize_with(innermost + 1, Vec::new);
                }
                pending.provisional[innermost].push(question);
                Answer::Provisional(term, pending.sets.len() as u32 - 1)
            }
            None => Answer::Known(term),
        };
        self.answers.insert(question, answer);
        term
    }

    /// Forgets the answers that were cut at the question that was being answered at a depth.
    fn forget(&mut self, depth: usize) {
        let Some(questions) = self.pending.provisional.get_mut(depth) else { return };
        let mut questions = std::mem::take(questions);
        self.pending.forgotten += questions.len();
        for question in questions.drain(..) {
            self.answers.remove(question);
        }
        // Its room is for the next ones.
        self.pending.provisional[depth] = questions;
        if depth == 1 {
            self.pending.sets.clear();
        }
    }
}

#[cfg(test)]
mod tests {
    use oxc_allocator::Allocator;

    use crate::{
        flow::{Facts, Settings, analyze},
        parse::{Language, parse},
    };

    /// Returns how many flows a text has, asked for with filters and without: without, more is asked for before.
    fn flows(source: &str) -> [usize; 2] {
        let allocator = Allocator::default();
        let path = "merge.js";
        let Ok(tree) = parse(&allocator, source, Language::from_path(path)) else { panic!("{source}") };
        [true, false].map(|filters| {
            let settings = Settings { filters, ..Settings::of_tests() };
            analyze(&tree, path, &settings, &Facts::default()).flows.len()
        })
    }

    #[test]
    fn a_value_that_was_asked_for_within_itself_is_whole_afterwards() {
        // The comparison asks for the key, which depends on the calls of the function by itself.
        let source = "function merge(to, from) {
            for (const key in from) {
                if (key === 'zz') continue;
                if (to[key]) merge(to[key], from[key]); else to[key] = from[key];
            }
        }";
        assert_eq!(flows(source), [1, 1]);
    }

    #[test]
    fn an_answer_that_was_cut_at_two_questions_is_forgotten_with_the_inner_one() {
        // Each parameter of one function depends on those of the other.
        let source = "function merge(to, ...all) {
            for (const from of all) for (const key in from) if (key !== 'zz') mix(to, from[key], key);
        }
        function mix(to, value, key) {
            const known = to[key];
            if (isObject(value) && isObject(known)) merge(known, value); else to[key] = value;
        }
        function isObject(value) {
            return typeof value === 'function' || (typeof value === 'object' && value !== null);
        }
        module.exports = merge;";
        assert_eq!(flows(source), [1, 1]);
    }

    #[test]
    fn a_function_is_followed_from_each_of_its_calls() {
        let calls: String = (0..20).map(|at| format!("exports.f{at} = (a) => exec('ls ' + quoted(a));\n")).collect();
        let quoted = |pattern: &str| {
            let quoted = format!("const quoted = (a) => a.replace({pattern}, '');");
            format!("const {{ exec }} = require('child_process');\n{quoted}\n{calls}")
        };
        assert_eq!(flows(&quoted("/[^a-z]/g")), [0, 0]);
        assert_eq!(flows(&quoted("/[^a-z;]/g")), [20, 20]);
    }
}
