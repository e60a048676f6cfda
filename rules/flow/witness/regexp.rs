//! Regular expressions of JavaScript, compiled for [matching](super::matcher), and the characters that they let
//! through.

use std::{cell::Cell, rc::Rc};

use oxc_allocator::Allocator;
use oxc_regular_expression::{
    LiteralParser, Options,
    ast::{
        BoundaryAssertionKind, CharacterClass, CharacterClassContents, CharacterClassEscapeKind, Disjunction,
        LookAroundAssertionKind, Term,
    },
};

use crate::flow::domain::Chars;

/// The longest pattern that is compiled, in bytes.
const MAX_PATTERN_BYTES: usize = 2000;

/// The maximum nesting of brackets.
const MAX_BRACKETS: usize = 100;

/// A part of a pattern.
#[derive(Debug)]
pub(super) enum Re {
    Char(u32),
    Any,
    Set(Set),
    Seq(Vec<Re>),
    Alt(Vec<Re>),
    Repeat { body: Box<Re>, min: u32, max: u32, greedy: bool, groups: (usize, usize) },
    Group(Option<usize>, Box<Re>),
    Back(usize),
    NamedBack(String),
    Start,
    End,
    Boundary(bool),
    Look { ahead: bool, negative: bool, body: Box<Re> },
}

/// A set of characters.
#[derive(Debug, Default)]
pub(super) struct Set {
    negative: bool,
    ranges: Vec<(u32, u32)>,
    inner: Vec<Set>,
    /// A bit for each ASCII character in the set, in both cases if the pattern ignores case.
    ascii: u128,
}

/// The bits of the small letters and of the capitals.
const SMALL: u128 = ((1 << 26) - 1) << b'a';
const CAPITALS: u128 = ((1 << 26) - 1) << b'A';
/// The distance from a capital to its small letter, in bits.
const CASE_SHIFT: u32 = 32;

/// A compiled pattern.
#[derive(Debug)]
pub(crate) struct RegExp {
    pub(super) root: Re,
    pub(super) groups: usize,
    names: Vec<(String, usize)>,
    ignore_case: bool,
    pub(super) multiline: bool,
    dot_all: bool,
    pub(super) unicode: bool,
    pub global: bool,
    pub sticky: bool,
    /// The steps that matches have taken.
    pub(super) steps: Rc<Cell<usize>>,
}

impl RegExp {
    /// Compiles a pattern; `None` if it is invalid, or has a construct that is not modelled.
    pub(crate) fn new(pattern: &str, flags: &str) -> Option<Self> {
        if pattern.len() > MAX_PATTERN_BYTES || deepest_bracket(pattern) > MAX_BRACKETS {
            return None;
        }
        let allocator = Allocator::default();
        let parsed = LiteralParser::new(&allocator, pattern, Some(flags), Options::default()).parse().ok()?;
        let mut regexp = Self {
            root: Re::Seq(Vec::new()),
            groups: 1,
            names: Vec::new(),
            ignore_case: flags.contains('i'),
            multiline: flags.contains('m'),
            dot_all: flags.contains('s'),
            unicode: flags.contains(['u', 'v']),
            global: flags.contains('g'),
            sticky: flags.contains('y'),
            steps: Rc::default(),
        };
        regexp.root = regexp.disjunction(&parsed.body)?;
        Some(regexp)
    }

    /// Returns the pattern, whose matches add their steps to this number.
    pub(super) fn counting_in(self, steps: Rc<Cell<usize>>) -> Self {
        Self { steps, ..self }
    }

    fn disjunction(&mut self, disjunction: &Disjunction<'_>) -> Option<Re> {
        let mut ways = Vec::new();
        for way in &disjunction.body {
            let terms: Option<Vec<Re>> = way.body.iter().map(|term| self.term(term)).collect();
            ways.push(Re::Seq(terms?));
        }
        Some(if ways.len() == 1 { ways.pop()? } else { Re::Alt(ways) })
    }

    fn term(&mut self, term: &Term<'_>) -> Option<Re> {
        Some(match term {
            Term::BoundaryAssertion(it) => match it.kind {
                BoundaryAssertionKind::Start => Re::Start,
                BoundaryAssertionKind::End => Re::End,
                BoundaryAssertionKind::Boundary => Re::Boundary(true),
                BoundaryAssertionKind::NegativeBoundary => Re::Boundary(false),
            },
            Term::LookAroundAssertion(it) => {
                let body = Box::new(self.disjunction(&it.body)?);
                let (ahead, negative) = match it.kind {
                    LookAroundAssertionKind::Lookahead => (true, false),
                    LookAroundAssertionKind::NegativeLookahead => (true, true),
                    LookAroundAssertionKind::Lookbehind => (false, false),
                    LookAroundAssertionKind::NegativeLookbehind => (false, true),
                };
                Re::Look { ahead, negative, body }
            }
            Term::Quantifier(it) => {
                let first = self.groups;
                let body = Box::new(self.term(&it.body)?);
                let limit = |count: u64| u32::try_from(count).unwrap_or(u32::MAX);
                let (min, max) = (limit(it.min), it.max.map_or(u32::MAX, limit));
                Re::Repeat { body, min, max, greedy: it.greedy, groups: (first, self.groups) }
            }
            Term::Character(it) => Re::Char(self.folded(it.value)),
            Term::Dot(_) => Re::Any,
            Term::CharacterClassEscape(it) => self.set(escape(it.kind)),
            Term::UnicodePropertyEscape(it) => self.set(property(&it.name, it.negative)?),
            Term::CharacterClass(it) => self.set(class(it)?),
            Term::CapturingGroup(it) => {
                let number = self.groups;
                self.groups += 1;
                if let Some(name) = &it.name {
                    self.names.push((name.to_string(), number));
                }
                Re::Group(Some(number), Box::new(self.disjunction(&it.body)?))
            }
            Term::IgnoreGroup(it) if it.modifiers.is_none() => Re::Group(None, Box::new(self.disjunction(&it.body)?)),
            Term::IgnoreGroup(_) => return None,
            Term::IndexedReference(it) => Re::Back(it.index as usize),
            Term::NamedReference(it) => Re::NamedBack(it.name.to_string()),
        })
    }

    fn set(&self, mut set: Set) -> Re {
        set.ascii = set.ascii_within();
        if self.ignore_case {
            set.ascii |= (set.ascii & SMALL) >> CASE_SHIFT | (set.ascii & CAPITALS) << CASE_SHIFT;
        }
        if set.negative {
            set.ascii = !set.ascii;
        }
        Re::Set(set)
    }

    /// Returns the characters of the texts that match; `None` if the pattern does not match whole texts only.
    pub(crate) fn whole_text_characters(&self) -> Option<Chars> {
        if self.multiline {
            return None;
        }
        let ways = match &self.root {
            Re::Alt(ways) => ways.as_slice(),
            root => std::slice::from_ref(root),
        };
        let is_whole = |way: &Re| match way {
            Re::Seq(items) => matches!((items.first(), items.last()), (Some(Re::Start), Some(Re::End))),
            _ => false,
        };
        ways.iter().all(is_whole).then(|| self.characters(&self.root))
    }

    /// Returns the characters that the pattern matches one by one; `None` if a match may need several.
    pub(crate) fn single_characters(&self) -> Option<Chars> {
        let mut item = &self.root;
        loop {
            item = match item {
                Re::Seq(items) if items.len() == 1 => &items[0],
                Re::Group(_, body) => body,
                Re::Repeat { body, min: 0 | 1, max: 1.., .. } => body,
                Re::Alt(ways) => {
                    let is_character = |re: &[Re]| matches!(re, [Re::Char(_) | Re::Set(_)]);
                    let is_single = |way: &Re| matches!(way, Re::Seq(items) if is_character(items));
                    return ways.iter().all(is_single).then(|| self.characters(item));
                }
                Re::Char(_) | Re::Set(_) => return Some(self.characters(item)),
                _ => return None,
            };
        }
    }

    /// Returns the characters that may be in a match.
    fn characters(&self, re: &Re) -> Chars {
        let all = |items: &[Re]| items.iter().fold(Chars::NONE, |chars, item| chars.or(self.characters(item)));
        match re {
            &Re::Char(wanted) => Chars::that(|unit| self.folded(unit) == wanted || unit == wanted),
            Re::Any => Chars::ALL,
            Re::Set(set) => Chars::that(|unit| self.has(set, unit)),
            Re::Seq(items) | Re::Alt(items) => all(items),
            Re::Repeat { body, .. } | Re::Group(_, body) => self.characters(body),
            Re::Back(_) | Re::NamedBack(_) | Re::Start | Re::End | Re::Boundary(_) | Re::Look { .. } => Chars::NONE,
        }
    }

    /// Returns whether a set has a character, in either case if the pattern ignores case.
    pub(super) fn has(&self, set: &Set, unit: u32) -> bool {
        if let Some(bit) = 1_u128.checked_shl(unit) {
            return set.ascii & bit != 0;
        }
        set.has(unit)
    }

    /// Returns whether a character fits a part of a pattern that matches single characters.
    pub(super) fn fits(&self, part: &Re, unit: u32) -> bool {
        match part {
            Re::Char(wanted) => self.folded(unit) == *wanted,
            Re::Any => self.dot_all || !is_line_end(unit),
            Re::Set(set) => self.has(set, unit),
            _ => false,
        }
    }

    /// Returns the groups that have names.
    pub(crate) fn names(&self) -> &[(String, usize)] {
        &self.names
    }

    pub(super) fn folded(&self, unit: u32) -> u32 {
        if !self.ignore_case {
            return unit;
        }
        if let Some(byte) = u8::try_from(unit).ok().filter(u8::is_ascii) {
            return u32::from(byte.to_ascii_uppercase());
        }
        let Some(character) = char::from_u32(unit) else { return unit };
        let mut upper = character.to_uppercase();
        match (upper.next(), upper.next()) {
            // A letter beyond ASCII does not become one within.
            (Some(upper), None) if !upper.is_ascii() => upper as u32,
            _ => unit,
        }
    }
}

/// Returns whether a character ends a line.
pub(super) fn is_line_end(unit: u32) -> bool {
    matches!(unit, 0x0A | 0x0D | 0x2028 | 0x2029)
}

/// Returns how deep brackets are nested.
fn deepest_bracket(pattern: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    for byte in pattern.bytes() {
        match byte {
            b'(' | b'[' => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            b')' | b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}

fn escape(kind: CharacterClassEscapeKind) -> Set {
    let (ranges, negative): (&[(u32, u32)], bool) = match kind {
        CharacterClassEscapeKind::D => (DIGITS, false),
        CharacterClassEscapeKind::NegativeD => (DIGITS, true),
        CharacterClassEscapeKind::S => (SPACES, false),
        CharacterClassEscapeKind::NegativeS => (SPACES, true),
        CharacterClassEscapeKind::W => (WORD, false),
        CharacterClassEscapeKind::NegativeW => (WORD, true),
    };
    Set { negative, ranges: ranges.to_vec(), ..Set::default() }
}

const DIGITS: &[(u32, u32)] = &[(0x30, 0x39)];
pub(super) const WORD: &[(u32, u32)] = &[(0x30, 0x39), (0x41, 0x5A), (0x5F, 0x5F), (0x61, 0x7A)];
const SPACES: &[(u32, u32)] = &[
    (0x09, 0x0D),
    (0x20, 0x20),
    (0xA0, 0xA0),
    (0x1680, 0x1680),
    (0x2000, 0x200A),
    (0x2028, 0x2029),
    (0x202F, 0x202F),
    (0x205F, 0x205F),
    (0x3000, 0x3000),
    (0xFEFF, 0xFEFF),
];

/// Returns the letters and digits that payloads have, for the properties that match letters and digits.
fn property(name: &str, negative: bool) -> Option<Set> {
    let ranges = match name {
        "L" | "Letter" | "Alphabetic" => vec![(0x41, 0x5A), (0x61, 0x7A), (0xAA, 0x2FF), (0x370, 0x1FFF)],
        "Lu" | "Uppercase_Letter" => vec![(0x41, 0x5A)],
        "Ll" | "Lowercase_Letter" => vec![(0x61, 0x7A)],
        "N" | "Nd" | "Number" => vec![(0x30, 0x39)],
        "ASCII" => vec![(0, 0x7F)],
        _ => return None,
    };
    Some(Set { negative, ranges, ..Set::default() })
}

fn class(class: &CharacterClass<'_>) -> Option<Set> {
    if class.strings || class.kind != oxc_regular_expression::ast::CharacterClassContentsKind::Union {
        return None;
    }
    let mut set = Set { negative: class.negative, ..Set::default() };
    for content in &class.body {
        match content {
            CharacterClassContents::CharacterClassRange(it) => set.ranges.push((it.min.value, it.max.value)),
            CharacterClassContents::CharacterClassEscape(it) => set.inner.push(escape(it.kind)),
            CharacterClassContents::UnicodePropertyEscape(it) => set.inner.push(property(&it.name, it.negative)?),
            CharacterClassContents::Character(it) => set.ranges.push((it.value, it.value)),
            CharacterClassContents::NestedCharacterClass(it) => set.inner.push(self::class(it)?),
            CharacterClassContents::ClassStringDisjunction(_) => return None,
        }
    }
    Some(set)
}

impl Set {
    /// Returns a bit for each ASCII character that is listed, before the negation.
    fn ascii_within(&self) -> u128 {
        let listed = self.ranges.iter().filter(|(low, _)| *low < 128).map(|&(low, high)| {
            let above = 1_u128.checked_shl(high + 1).unwrap_or(0);
            above.wrapping_sub(1 << low)
        });
        let inner = self.inner.iter().map(|set| {
            let within = set.ascii_within();
            if set.negative { !within } else { within }
        });
        listed.chain(inner).fold(0, |all, bits| all | bits)
    }

    pub(super) fn has(&self, unit: u32) -> bool {
        let within = self.ranges.iter().any(|&(low, high)| (low..=high).contains(&unit))
            || self.inner.iter().any(|set| set.has(unit));
        within != self.negative
    }
}
