//! Limits that conditions put on values: the characters that a check lets through.

use oxc_syntax::node::NodeId;

use super::{Chars, Domains};
use crate::flow::{Condition, Const, Logic, Term, TermKind};

/// The characters that a term can have where a condition holds.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limit {
    term: Term,
    pub chars: Chars,
    /// The node of the condition.
    pub at: NodeId,
}

/// The maximum number of limits that are kept.
const MAX_LIMITS: usize = 64;

impl Domains<'_, '_> {
    /// Returns the limits on a term.
    pub(super) fn limits_of(&self, term: Term) -> Vec<Limit> {
        let is_it = |limit: &&Limit| self.is_same(limit.term, term);
        self.limits.iter().filter(is_it).copied().collect()
    }

    /// Adds the limits that follow from a condition.
    pub(super) fn hold(&mut self, condition: Condition) {
        if !self.spend() || self.depth >= super::MAX_DEPTH || self.limits.len() >= MAX_LIMITS {
            return;
        }
        self.depth += 1;
        self.note(condition);
        self.depth -= 1;
    }

    fn note(&mut self, Condition { term, holds }: Condition) {
        let flow = self.flow;
        match flow.kind_of(term) {
            TermKind::Op(name, arguments) if &**name == "!" => {
                self.hold(Condition { term: arguments[0], holds: !holds });
            }
            TermKind::Op(name, arguments) if &**name == "Boolean" && !arguments.is_empty() => {
                self.hold(Condition { term: arguments[0], holds });
            }
            &TermKind::Logic(logic @ (Logic::And | Logic::Or), left, right) => {
                let sides = [Condition { term: left, holds }, Condition { term: right, holds }];
                if (logic == Logic::And) == holds {
                    sides.into_iter().for_each(|side| self.hold(side));
                } else {
                    self.hold_one_of(&sides.map(|side| vec![side]));
                }
            }
            TermKind::AnyOf(ways) if holds => self.hold_one_of(ways),
            TermKind::Guarded(value, conditions) => {
                conditions.iter().for_each(|&condition| self.hold(condition));
                self.hold(Condition { term: *value, holds });
            }
            TermKind::Union(members) => {
                // The results of a helper: those of the other truth value are excluded.
                let mut ways = Vec::new();
                for &member in members.iter().filter(|&&member| member != Term::NONE) {
                    let (value, mut way) = match flow.kind_of(member) {
                        TermKind::Guarded(value, conditions) => (*value, conditions.clone()),
                        _ => (member, Vec::new()),
                    };
                    match flow.kind_of(value) {
                        TermKind::Const(constant) if crate::flow::calls::constant_truth(constant) != holds => continue,
                        _ => way.push(Condition { term: value, holds }),
                    }
                    ways.push(way);
                }
                self.hold_one_of(&ways);
            }
            TermKind::Op(name, arguments) => self.note_operation(term, name, arguments, holds),
            _ => {}
        }
    }

    /// Adds the limits that all of several ways have in common.
    fn hold_one_of(&mut self, ways: &[Vec<Condition>]) {
        let mut common: Option<Vec<Limit>> = None;
        for way in ways {
            let before = self.limits.len();
            way.iter().for_each(|&condition| self.hold(condition));
            let said = self.limits.split_off(before);
            let kept = match common {
                None => said,
                Some(known) => {
                    let mut kept = Vec::new();
                    for limit in known {
                        let same = said.iter().filter(|other| self.is_same(limit.term, other.term));
                        let other = same.map(|it| it.chars).reduce(Chars::and);
                        kept.extend(other.map(|chars| Limit { chars: limit.chars.or(chars), ..limit }));
                    }
                    kept
                }
            };
            common = Some(kept);
        }
        self.limits.extend(common.into_iter().flatten());
    }

    fn limit(&mut self, term: Term, chars: Chars, at: Term) {
        let at = self.flow.place(at);
        self.limits.push(Limit { term, chars, at });
        match self.flow.kind_of(term) {
            TermKind::Guarded(value, _) => self.limits.push(Limit { term: *value, chars, at }),
            TermKind::Op(name, arguments) if &**name == "String" && !arguments.is_empty() => {
                self.limits.push(Limit { term: arguments[0], chars, at });
            }
            _ => {}
        }
    }

    fn note_operation(&mut self, term: Term, name: &str, arguments: &[Term], holds: bool) {
        let (Some(&first), second) = (arguments.first(), arguments.get(1).copied()) else { return };
        match (name, second) {
            (".test", Some(text)) if holds => self.limit_by_pattern(first, text, term),
            (".match", Some(pattern)) if holds => self.limit_by_pattern(pattern, first, term),
            ("===" | "==" | "!==" | "!=", Some(second)) => {
                if name.starts_with('=') == holds {
                    self.note_equal(first, second, term);
                }
                self.note_place(name, first, second, holds, term);
            }
            (">" | ">=" | "<" | "<=", Some(second)) => self.note_place(name, first, second, holds, term),
            (".includes" | ".has", Some(item)) if holds && self.is_decided_by_the_program(first) => {
                self.limit(item, Chars::NONE, term);
            }
            (".includes", Some(part)) if !holds => self.limit_by_absence(first, part, term),
            ("in", Some(object)) if holds && self.is_decided_by_the_program(object) => {
                self.limit(first, Chars::NONE, term);
            }
            ("Object.hasOwn" | ".hasOwnProperty", Some(key)) if holds && self.is_decided_by_the_program(first) => {
                self.limit(key, Chars::NONE, term);
            }
            ("Number.isInteger" | "Number.isSafeInteger" | "Number.isFinite", _) if holds => {
                self.limit(first, Chars::number(), term);
            }
            (".startsWith", Some(root))
                if holds
                    && self.is_resolved(first)
                    && self.ends_in_separator(root)
                    && self.is_decided_by_the_program(root) =>
            {
                self.limit(first, Chars { dots: false, outside: false, ..Chars::ALL }, term);
            }
            (".startsWith", Some(dots)) if !holds => {
                if let TermKind::Op(name, way) = self.flow.kind_of(first)
                    && &**name == "path.relative"
                    && self.flow.constant_text(dots).is_some_and(|dots| &*dots == "..")
                    && let Some(&to) = way.get(1)
                {
                    self.limit(to, Chars { dots: false, outside: false, ..Chars::ALL }, term);
                }
            }
            _ => {}
        }
    }

    /// Adds the limits that follow from the equality of two values.
    fn note_equal(&mut self, first: Term, second: Term, at: Term) {
        for (value, other) in [(first, second), (second, first)] {
            if let TermKind::Op(name, arguments) = self.flow.kind_of(value)
                && &**name == "typeof"
                && let Some(&of) = arguments.first()
            {
                match self.flow.constant_text(other).as_deref() {
                    Some("number" | "bigint") => self.limit(of, Chars::number(), at),
                    Some("boolean" | "undefined") => self.limit(of, Chars::NONE, at),
                    Some("string") => self.limit(of, Chars { structured: false, ..Chars::ALL }, at),
                    _ => {}
                }
            } else if self.is_decided_by_the_program(other) {
                self.limit(value, Chars::NONE, at);
            }
        }
    }

    /// Adds the limits that follow from the index of an item in a list: `list.indexOf(item) !== -1`.
    fn note_place(&mut self, name: &str, first: Term, second: Term, holds: bool, at: Term) {
        let TermKind::Const(Const::Number(number)) = *self.flow.kind_of(second) else { return };
        let is_found = match (name, number as i64) {
            ("===" | "==" | "<=", -1) | ("<", 0) => !holds,
            ("!==" | "!=" | ">", -1) | (">=", 0) => holds,
            _ => return,
        };
        let TermKind::Op(method, arguments) = self.flow.kind_of(first) else { return };
        let (".indexOf", &[list, item]) = (&**method, arguments.as_slice()) else { return };
        if is_found && self.is_decided_by_the_program(list) {
            self.limit(item, Chars::NONE, at);
        } else if !is_found {
            self.limit_by_absence(list, item, at);
        }
    }

    fn limit_by_pattern(&mut self, pattern: Term, text: Term, at: Term) {
        let TermKind::Const(Const::RegExp { pattern, flags }) = self.flow.kind_of(pattern) else { return };
        if let Some(chars) = self.flow.patterns.get(pattern, flags).and_then(|regexp| regexp.whole_text_characters()) {
            // An array is tested by its text.
            self.limit(text, Chars { structured: true, ..chars }, at);
        }
    }

    /// Limits a text that does not contain a part.
    fn limit_by_absence(&mut self, text: Term, part: Term, at: Term) {
        match self.flow.constant_text(part).as_deref() {
            // A resolved path contains no dots wherever it leads.
            Some("..") if self.is_resolved(text) => {}
            Some("..") => self.limit(text, Chars { dots: false, ..Chars::ALL }, at),
            Some(part) if part.chars().count() == 1 => self.limit(text, Chars::ALL.without(Chars::of(part)), at),
            _ => {}
        }
    }

    /// Returns whether the program alone decides a value.
    fn is_decided_by_the_program(&mut self, term: Term) -> bool {
        !self.eval(term).chars.is_some()
    }

    /// Returns whether a value is a normalized path.
    fn is_resolved(&self, term: Term) -> bool {
        match self.flow.kind_of(term) {
            TermKind::Op(name, _) => matches!(&**name, "path.resolve" | "path.normalize" | "path.join"),
            TermKind::Guarded(value, _) => self.is_resolved(*value),
            _ => false,
        }
    }

    fn ends_in_separator(&self, term: Term) -> bool {
        match self.flow.kind_of(term) {
            TermKind::Const(Const::String(text)) => text.ends_with('/'),
            TermKind::Api(path) => &**path == "path.sep",
            TermKind::Concat(parts) => parts.last().is_some_and(|&last| self.ends_in_separator(last)),
            TermKind::Op(name, parts) if &**name == "+" => {
                parts.last().is_some_and(|&last| self.ends_in_separator(last))
            }
            TermKind::Guarded(value, _) => self.ends_in_separator(*value),
            _ => false,
        }
    }

    /// Returns the limit that a filter's function puts on the elements that it keeps.
    pub(super) fn limit_of_bound(&mut self, bound: u32, body: Term) -> Option<Limit> {
        let before = self.limits.len();
        self.hold(Condition { term: body, holds: true });
        let said = self.limits.split_off(before);
        let is_element =
            |limit: &Limit| matches!(*self.flow.kind_of(limit.term), TermKind::Bound(number, _) if number == bound);
        said.into_iter().find(is_element)
    }

    /// Returns whether two terms are the same value: the same source, or the same pure operation on the same values.
    fn is_same(&self, one: Term, other: Term) -> bool {
        if one == Term::UNKNOWN || other == Term::UNKNOWN {
            return false;
        }
        if one == other {
            return true;
        }
        if !self.spend() {
            return false;
        }
        let (one, other) = (self.flow.kind_of(one), self.flow.kind_of(other));
        let are_same = |ones: &[Term], others: &[Term]| {
            ones.len() == others.len() && ones.iter().zip(others).all(|(&one, &other)| self.is_same(one, other))
        };
        match (one, other) {
            (TermKind::Source(one), TermKind::Source(other)) => one == other,
            (TermKind::Const(one), TermKind::Const(other)) => one == other,
            (TermKind::Api(one), TermKind::Api(other)) => one == other && super::is_of_the_program(one),
            (TermKind::Concat(ones), TermKind::Concat(others)) => are_same(ones, others),
            (TermKind::Op(name, ones), TermKind::Op(other, others)) => {
                name == other && &**name != "number" && are_same(ones, others)
            }
            (TermKind::Property(one, name), TermKind::Property(other, same)) => {
                name == same && are_same(&[*one], &[*other])
            }
            (TermKind::Guarded(one, _), _) => self.is_same_kind(*one, other),
            (_, TermKind::Guarded(other, _)) => self.is_same_kind(*other, one),
            (TermKind::Logic(one, a, b), TermKind::Logic(other, c, d)) => {
                one == other && are_same(&[*a, *b], &[*c, *d])
            }
            (TermKind::Bound(one, _), TermKind::Bound(other, _)) => one == other,
            _ => false,
        }
    }

    /// Returns whether a guarded term is the same source as another value.
    fn is_same_kind(&self, term: Term, other: &TermKind) -> bool {
        match (self.flow.kind_of(term), other) {
            (TermKind::Source(one), TermKind::Source(other)) => one == other,
            _ => false,
        }
    }
}
