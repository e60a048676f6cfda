//! The values of terms, and how long they hold: until the next input, the next source, or for good.
//!
//! Few of the terms that lead to a sink depend on the input. While a term is evaluated, the dependencies of its value
//! are noted; a value that does not depend on the input is evaluated once, not once for each of the hundreds of inputs
//! that are tried.

use super::value::Val;
use crate::flow::Term;

/// The dependencies of a value besides the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Depends(u8);

impl Depends {
    pub(crate) const NOTHING: Self = Self(0);
    /// The source that has the input, and the way that is taken through unions.
    pub(crate) const RUN: Self = Self(1);
    /// The input.
    pub(crate) const INPUT: Self = Self(3);
    /// The element that a function is applied to.
    pub(crate) const ELEMENT: Self = Self(4);

    pub(crate) fn add(&mut self, other: Self) {
        self.0 |= other.0;
    }

    pub(crate) fn remove(&mut self, other: Self) {
        self.0 &= !other.0;
    }

    pub(crate) fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }
}

/// The values of terms. A value counts as long as its generation is one of those that last.
#[derive(Default)]
pub(crate) struct Memo {
    slots: Vec<Slot>,
    last: u32,
    run: u32,
    input: u32,
    element: u32,
}

#[derive(Clone)]
struct Slot {
    generation: u32,
    depends: Depends,
    value: Val,
}

/// The generations of values that are not known, and of values that never change.
const NEVER: u32 = 0;
const ALWAYS: u32 = 1;

impl Memo {
    fn next(&mut self) -> u32 {
        self.last = self.last.max(ALWAYS) + 1;
        self.last
    }

    /// Makes room for the values of as many terms as there are.
    pub(crate) fn make_room(&mut self, terms: usize) {
        if terms > self.slots.len() {
            let none = Slot { generation: NEVER, depends: Depends::NOTHING, value: Val::Undefined };
            self.slots.resize(terms, none);
        }
    }

    /// Forgets the values that depend on the source or on the way through unions.
    pub(crate) fn begin_run(&mut self) {
        self.run = self.next();
        self.begin_input();
    }

    /// Forgets the values that depend on the input.
    pub(crate) fn begin_input(&mut self) {
        self.input = self.next();
        self.begin_element();
    }

    /// Forgets the values that depend on an element.
    pub(crate) fn begin_element(&mut self) {
        self.element = self.next();
    }

    /// Returns the generation of the element for which values are remembered.
    pub(crate) fn element(&self) -> u32 {
        self.element
    }

    pub(crate) fn set_element(&mut self, element: u32) {
        self.element = element;
    }

    pub(crate) fn get(&self, term: Term) -> Option<(&Val, Depends)> {
        let slot = self.slots.get(term.0 as usize)?;
        let lasts = slot.generation == ALWAYS
            || slot.generation == self.input
            || slot.generation == self.run
            || slot.generation == self.element;
        lasts.then_some((&slot.value, slot.depends))
    }

    pub(crate) fn insert(&mut self, term: Term, value: Val, depends: Depends) {
        let place = term.0 as usize;
        self.make_room(place + 1);
        let generation = if depends.has(Depends::ELEMENT) {
            self.element
        } else if depends.has(Depends::INPUT) {
            self.input
        } else if depends.has(Depends::RUN) {
            self.run
        } else {
            ALWAYS
        };
        self.slots[place] = Slot { generation, depends, value };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_lasts_until_what_it_depends_on_changes() {
        let mut memo = Memo::default();
        let kinds = [Depends::NOTHING, Depends::RUN, Depends::INPUT, Depends::ELEMENT];
        let remember = |memo: &mut Memo| {
            kinds.iter().enumerate().for_each(|(at, &kind)| memo.insert(Term(at as u32), Val::Null, kind));
        };
        let known = |memo: &Memo| (0..kinds.len()).filter(|&at| memo.get(Term(at as u32)).is_some()).count();
        memo.begin_run();
        assert_eq!(known(&memo), 0);
        remember(&mut memo);
        assert_eq!(known(&memo), 4);
        let around = memo.element();
        memo.begin_element();
        assert_eq!(known(&memo), 3);
        memo.set_element(around);
        assert_eq!(known(&memo), 4);
        memo.begin_input();
        assert_eq!(known(&memo), 2);
        memo.begin_run();
        assert_eq!(known(&memo), 1);
    }
}
