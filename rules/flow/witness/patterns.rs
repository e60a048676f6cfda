//! Compiled patterns, and the texts with which inputs must begin to match them.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use rustc_hash::FxHashMap;

use super::regexp::RegExp;

/// The patterns of one text, each compiled once.
#[derive(Default)]
pub(crate) struct Patterns {
    /// The patterns, by text and flags; `None` if one is invalid or not modelled.
    compiled: RefCell<FxHashMap<TextAndFlags, Compiled>>,
    /// The steps of their matches that have not been taken note of.
    steps: Rc<Cell<usize>>,
}

type TextAndFlags = (Rc<str>, Rc<str>);
type Compiled = Option<Rc<RegExp>>;

/// The maximum number of patterns that are kept: inputs that become patterns make ever new ones.
const MAX_COMPILED: usize = 256;

impl Patterns {
    /// Returns a compiled pattern; `None` if it is invalid or not modelled.
    pub(crate) fn get(&self, pattern: &Rc<str>, flags: &Rc<str>) -> Option<Rc<RegExp>> {
        let key = (Rc::clone(pattern), Rc::clone(flags));
        if let Some(known) = self.compiled.borrow().get(&key) {
            return known.clone();
        }
        let regexp = RegExp::new(pattern, flags).map(|it| Rc::new(it.counting_in(Rc::clone(&self.steps))));
        let mut compiled = self.compiled.borrow_mut();
        if compiled.len() < MAX_COMPILED {
            compiled.insert(key, regexp.clone());
        }
        regexp
    }

    /// Returns the number of steps that matches have taken since the last call.
    pub(crate) fn take_steps(&self) -> usize {
        self.steps.take()
    }
}

/// Returns a text that the part of a pattern before its first capturing group matches, as far as that is easily found.
pub(super) fn beginning(pattern: &str) -> String {
    let mut text = String::new();
    let mut rest = pattern.trim_start_matches('^').chars().peekable();
    while let Some(character) = rest.next() {
        match character {
            '(' if rest.peek() != Some(&'?') => break,
            '(' => {
                // The first alternative of a group that does not capture.
                rest.next();
                rest.next();
            }
            ')' | '$' => {}
            '|' => {
                // The other alternatives.
                let _ = rest.by_ref().find(|&it| it == ')');
            }
            '*' | '?' => drop(text.pop()),
            '+' => {}
            '[' => {
                let class: Vec<char> = rest.by_ref().take_while(|&it| it != ']').collect();
                text.push(match class.as_slice() {
                    ['^', ..] | [] => 'x',
                    ['\\', escaped, ..] => *escaped,
                    [first, ..] => *first,
                });
            }
            '\\' => text.push(match rest.next() {
                Some('d') => '1',
                Some('s') => ' ',
                Some('w') => 'x',
                Some('b' | 'B') | None => continue,
                Some(escaped) => escaped,
            }),
            '.' => text.push('x'),
            literal => text.push(literal),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_says_what_an_input_begins_with() {
        assert_eq!(beginning("[?&]next=([^&]*)"), "?next=");
        assert_eq!(beginning("^#?(.*)$"), "");
        assert_eq!(beginning("(?:\\?|&)url=(.+)"), "?url=");
        assert_eq!(beginning("id=\\d+&to=(.+)"), "id=1&to=");
    }
}
