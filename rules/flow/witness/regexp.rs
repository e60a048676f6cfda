//! Regular expressions with JavaScript's semantics, by backtracking within a budget.
//!
//! Over 600 lines: a parser and a matcher of one notation; they are to be divided.

use std::rc::Rc;

use crate::flow::domain::Chars;

use oxc_allocator::Allocator;
use oxc_regular_expression::{
    LiteralParser, Options,
    ast::{
        BoundaryAssertionKind, CharacterClass, CharacterClassContents, CharacterClassEscapeKind, Disjunction,
        LookAroundAssertionKind, Term,
    },
};

/// The maximum number of steps of one match.
const MAX_STEPS: usize = 20_000;

/// The longest pattern that is compiled, in bytes, and the longest text that is searched, in UTF-16 units.
const MAX_PATTERN_BYTES: usize = 2000;
const MAX_SUBJECT_UNITS: usize = 1024;

/// At how many places one item of a sequence may end.
const MAX_ENDS: usize = 1024;

/// The maximum nesting of a match.
const MAX_NESTING: usize = 400;

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

#[derive(Debug, Default)]
pub(super) struct Set {
    negative: bool,
    ranges: Vec<(u32, u32)>,
    inner: Vec<Set>,
}

/// A compiled pattern.
#[derive(Debug)]
pub struct RegExp {
    pub(super) root: Re,
    groups: usize,
    names: Vec<(String, usize)>,
    ignore_case: bool,
    pub(super) multiline: bool,
    pub(super) dot_all: bool,
    unicode: bool,
    pub global: bool,
    pub sticky: bool,
}

/// The ranges of a match and its groups, in UTF-16 units.
pub type Captures = Vec<Option<(usize, usize)>>;

/// The match took too many steps.
#[derive(Debug)]
pub struct TooLong;

impl RegExp {
    /// `None` where the pattern is invalid, or has what is not modelled.
    pub fn new(pattern: &str, flags: &str) -> Option<Rc<Self>> {
        if pattern.len() > MAX_PATTERN_BYTES || deepest_bracket(pattern) > MAX_NESTING / 4 {
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
        };
        regexp.root = regexp.disjunction(&parsed.body)?;
        Some(Rc::new(regexp))
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
            Term::CharacterClassEscape(it) => Re::Set(escape(it.kind)),
            Term::UnicodePropertyEscape(it) => Re::Set(property(&it.name, it.negative)?),
            Term::CharacterClass(it) => Re::Set(class(it)?),
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

    /// Returns the characters of the texts that match as a whole; `None` where the pattern does not speak of the whole
    /// text.
    pub fn whole_text_characters(&self) -> Option<Chars> {
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

    /// Returns the characters that the pattern matches each on its own: all of them are in its matches.
    pub fn single_characters(&self) -> Option<Chars> {
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

    /// Returns the characters that may be in a match, or are next to one that is examined.
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

    /// Returns whether a set has a character, in whatever case where the pattern does not tell cases apart.
    pub(super) fn has(&self, set: &Set, unit: u32) -> bool {
        if !self.ignore_case {
            return set.has(unit);
        }
        let character = char::from_u32(unit);
        let lower = character.map_or(unit, |it| it.to_ascii_lowercase() as u32);
        let upper = character.map_or(unit, |it| it.to_ascii_uppercase() as u32);
        if set.negative { set.has(lower) && set.has(upper) } else { set.has(unit) || set.has(lower) || set.has(upper) }
    }

    /// Returns the groups that have names.
    pub fn names(&self) -> &[(String, usize)] {
        &self.names
    }

    pub(super) fn folded(&self, unit: u32) -> u32 {
        if !self.ignore_case {
            return unit;
        }
        let Some(character) = char::from_u32(unit) else { return unit };
        let mut upper = character.to_uppercase();
        match (upper.next(), upper.next()) {
            // A letter beyond ASCII does not become one within.
            (Some(upper), None) if !upper.is_ascii() || character.is_ascii() => upper as u32,
            _ => unit,
        }
    }

    /// Returns the first match from a place on.
    pub fn find(&self, text: &[u16], from: usize) -> Result<Option<Captures>, TooLong> {
        if text.len() > MAX_SUBJECT_UNITS {
            return Err(TooLong);
        }
        let mut matcher = Matcher { regexp: self, text, steps: 0, nesting: 0 };
        let last = if self.sticky { from } else { text.len() };
        for start in from..=last {
            let mut captures: Captures = vec![None; self.groups];
            let mut end = None;
            let found = matcher.run(&self.root, start, true, &mut captures, &mut |at, _| {
                end = Some(at);
                Ok(true)
            })?;
            if let (true, Some(end)) = (found, end) {
                captures[0] = Some((start, end));
                return Ok(Some(captures));
            }
        }
        Ok(None)
    }
}

/// Returns how deep round brackets are nested.
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
    Set { negative, ranges: ranges.to_vec(), inner: Vec::new() }
}

const DIGITS: &[(u32, u32)] = &[(0x30, 0x39)];
const WORD: &[(u32, u32)] = &[(0x30, 0x39), (0x41, 0x5A), (0x5F, 0x5F), (0x61, 0x7A)];
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
    Some(Set { negative, ranges, inner: Vec::new() })
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
    pub(super) fn has(&self, unit: u32) -> bool {
        let within = self.ranges.iter().any(|&(low, high)| (low..=high).contains(&unit))
            || self.inner.iter().any(|set| set.has(unit));
        within != self.negative
    }
}

struct Matcher<'r> {
    regexp: &'r RegExp,
    text: &'r [u16],
    steps: usize,
    nesting: usize,
}

type Next<'n> = dyn FnMut(usize, &mut Captures) -> Result<bool, TooLong> + 'n;

impl Matcher<'_> {
    /// Returns the character at a place and the place after it.
    fn read(&self, at: usize, ahead: bool) -> Option<(u32, usize)> {
        if !ahead {
            let unit = *self.text.get(at.checked_sub(1)?)?;
            return Some((u32::from(unit), at - 1));
        }
        let unit = *self.text.get(at)?;
        if self.regexp.unicode
            && (0xD800..0xDC00).contains(&unit)
            && let Some(&low) = self.text.get(at + 1)
            && (0xDC00..0xE000).contains(&low)
        {
            let code = 0x10000 + ((u32::from(unit) - 0xD800) << 10) + (u32::from(low) - 0xDC00);
            return Some((code, at + 2));
        }
        Some((u32::from(unit), at + 1))
    }

    fn is_word(&self, at: Option<usize>) -> bool {
        at.and_then(|at| self.text.get(at))
            .is_some_and(|&unit| WORD.iter().any(|&(low, high)| (low..=high).contains(&u32::from(unit))))
    }

    fn is_line_end(unit: u16) -> bool {
        matches!(unit, 0x0A | 0x0D | 0x2028 | 0x2029)
    }

    /// Returns a single character's match: the place after it.
    fn one(&self, re: &Re, at: usize, ahead: bool) -> Option<usize> {
        let (unit, next) = self.read(at, ahead)?;
        let fits = match re {
            Re::Char(wanted) => self.regexp.folded(unit) == *wanted,
            Re::Any => self.regexp.dot_all || u16::try_from(unit).map_or(true, |unit| !Self::is_line_end(unit)),
            Re::Set(set) => self.regexp.has(set, unit),
            _ => false,
        };
        fits.then_some(next)
    }

    fn run(
        &mut self,
        re: &Re,
        at: usize,
        ahead: bool,
        captures: &mut Captures,
        next: &mut Next<'_>,
    ) -> Result<bool, TooLong> {
        self.steps += 1;
        if self.steps > MAX_STEPS || self.nesting > MAX_NESTING {
            return Err(TooLong);
        }
        self.nesting += 1;
        let found = self.run_inner(re, at, ahead, captures, next);
        self.nesting -= 1;
        found
    }

    fn run_inner(
        &mut self,
        re: &Re,
        at: usize,
        ahead: bool,
        captures: &mut Captures,
        next: &mut Next<'_>,
    ) -> Result<bool, TooLong> {
        match re {
            Re::Char(_) | Re::Any | Re::Set(_) => match self.one(re, at, ahead) {
                Some(after) => next(after, captures),
                None => Ok(false),
            },
            Re::Seq(items) => self.sequence(items, at, ahead, captures, next),
            Re::Alt(ways) => {
                for way in ways {
                    if self.run(way, at, ahead, captures, next)? {
                        return Ok(true);
                    }
                }
                Ok(false)
            }
            Re::Group(number, body) => {
                let Some(number) = *number else { return self.run(body, at, ahead, captures, next) };
                let before = captures[number];
                let found = self.run(body, at, ahead, captures, &mut |after, captures: &mut Captures| {
                    let old = captures[number];
                    captures[number] = Some((at.min(after), at.max(after)));
                    let found = next(after, captures)?;
                    if !found {
                        captures[number] = old;
                    }
                    Ok(found)
                })?;
                if !found {
                    captures[number] = before;
                }
                Ok(found)
            }
            Re::Repeat { body, min, max, greedy, groups } => {
                if matches!(**body, Re::Char(_) | Re::Any | Re::Set(_)) {
                    return self.repeat_one(body, (*min, *max, *greedy), at, ahead, captures, next);
                }
                self.repeat(body, (*min, *max, *greedy), *groups, at, ahead, captures, next)
            }
            Re::Back(number) => self.back(captures.get(*number).copied().flatten(), at, ahead, captures, next),
            Re::NamedBack(name) => {
                let number = self.regexp.names.iter().find(|(known, _)| known == name).map(|&(_, number)| number);
                self.back(number.and_then(|number| captures[number]), at, ahead, captures, next)
            }
            Re::Start => {
                let is_start = at == 0 || self.regexp.multiline && Self::is_line_end(self.text[at - 1]);
                if is_start { next(at, captures) } else { Ok(false) }
            }
            Re::End => {
                let is_end = at == self.text.len() || self.regexp.multiline && Self::is_line_end(self.text[at]);
                if is_end { next(at, captures) } else { Ok(false) }
            }
            Re::Boundary(wanted) => {
                let is_boundary = self.is_word(at.checked_sub(1)) != self.is_word(Some(at));
                if is_boundary == *wanted { next(at, captures) } else { Ok(false) }
            }
            Re::Look { ahead, negative, body } => {
                let mut inner = captures.clone();
                let found = self.run(body, at, *ahead, &mut inner, &mut |_, _| Ok(true))?;
                if found == *negative {
                    return Ok(false);
                }
                if !negative {
                    *captures = inner;
                }
                next(at, captures)
            }
        }
    }

    fn sequence(
        &mut self,
        items: &[Re],
        at: usize,
        ahead: bool,
        captures: &mut Captures,
        next: &mut Next<'_>,
    ) -> Result<bool, TooLong> {
        // Single characters without a way back are matched in a row.
        let (mut items, mut at) = (items, at);
        while let Some((item, rest)) = if ahead { items.split_first() } else { items.split_last() } {
            if !matches!(item, Re::Char(_) | Re::Any | Re::Set(_)) {
                return self.run_then(item, rest, at, ahead, captures, next);
            }
            self.steps += 1;
            match self.one(item, at, ahead) {
                Some(after) => at = after,
                None => return Ok(false),
            }
            items = rest;
        }
        next(at, captures)
    }

    /// One item, and then the others.
    fn run_then(
        &mut self,
        item: &Re,
        rest: &[Re],
        at: usize,
        ahead: bool,
        captures: &mut Captures,
        next: &mut Next<'_>,
    ) -> Result<bool, TooLong> {
        // The places that the item can end at, first of all; then what follows from each. So no closure needs the
        // matcher.
        let mut ends: Vec<(usize, Captures)> = Vec::new();
        self.run(item, at, ahead, captures, &mut |after, captures: &mut Captures| {
            ends.push((after, captures.clone()));
            Ok(ends.len() >= MAX_ENDS)
        })?;
        if ends.len() >= MAX_ENDS {
            return Err(TooLong);
        }
        for (after, inner) in ends {
            let mut inner = inner;
            if self.sequence(rest, after, ahead, &mut inner, next)? {
                *captures = inner;
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn repeat_one(
        &mut self,
        body: &Re,
        (min, max, greedy): (u32, u32, bool),
        at: usize,
        ahead: bool,
        captures: &mut Captures,
        next: &mut Next<'_>,
    ) -> Result<bool, TooLong> {
        let mut places = vec![at];
        while places.len() as u64 <= u64::from(max) {
            self.steps += 1;
            match self.one(body, places[places.len() - 1], ahead) {
                Some(after) => places.push(after),
                None => break,
            }
        }
        let Some(allowed) = places.get(min as usize..) else { return Ok(false) };
        let order: Vec<usize> = if greedy { allowed.iter().rev().copied().collect() } else { allowed.to_vec() };
        for place in order {
            self.steps += 1;
            if self.steps > MAX_STEPS {
                return Err(TooLong);
            }
            if next(place, captures)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    #[expect(clippy::too_many_arguments, reason = "the state of a match is passed along")]
    fn repeat(
        &mut self,
        body: &Re,
        (min, max, greedy): (u32, u32, bool),
        groups: (usize, usize),
        at: usize,
        ahead: bool,
        captures: &mut Captures,
        next: &mut Next<'_>,
    ) -> Result<bool, TooLong> {
        if max == 0 {
            return next(at, captures);
        }
        if !greedy && min == 0 && next(at, captures)? {
            return Ok(true);
        }
        let mut ends: Vec<(usize, Captures)> = Vec::new();
        let mut fresh = captures.clone();
        fresh[groups.0..groups.1].fill(None);
        self.run(body, at, ahead, &mut fresh, &mut |after, captures: &mut Captures| {
            // An iteration that takes nothing adds nothing.
            if after != at || min > 0 {
                ends.push((after, captures.clone()));
            }
            Ok(ends.len() >= MAX_ENDS)
        })?;
        if ends.len() >= MAX_ENDS {
            return Err(TooLong);
        }
        let (fewer, left) = (min.saturating_sub(1), if max == u32::MAX { max } else { max - 1 });
        for (after, inner) in ends {
            let mut inner = inner;
            let left = if after == at { fewer } else { left };
            self.nesting += 1;
            if self.nesting > MAX_NESTING {
                return Err(TooLong);
            }
            let found = self.repeat(body, (fewer, left, greedy), groups, after, ahead, &mut inner, next)?;
            self.nesting -= 1;
            self.steps += 1;
            if self.steps > MAX_STEPS {
                return Err(TooLong);
            }
            if found {
                *captures = inner;
                return Ok(true);
            }
        }
        if greedy && min == 0 { next(at, captures) } else { Ok(false) }
    }

    fn back(
        &mut self,
        group: Option<(usize, usize)>,
        at: usize,
        ahead: bool,
        captures: &mut Captures,
        next: &mut Next<'_>,
    ) -> Result<bool, TooLong> {
        let Some((start, end)) = group else { return next(at, captures) };
        let length = end - start;
        let place = if ahead { at } else { at.wrapping_sub(length) };
        let same = self.text.get(place..place.wrapping_add(length)).is_some_and(|found| {
            let fold = |unit: &u16| self.regexp.folded(u32::from(*unit));
            found.iter().map(fold).eq(self.text[start..end].iter().map(fold))
        });
        if same { next(if ahead { at + length } else { place }, captures) } else { Ok(false) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(pattern: &str, flags: &str, text: &str) -> Option<String> {
        let units: Vec<u16> = text.encode_utf16().collect();
        let captures = RegExp::new(pattern, flags).unwrap().find(&units, 0).unwrap()?;
        let (start, end) = captures[0].unwrap();
        Some(String::from_utf16_lossy(&units[start..end]))
    }

    #[test]
    fn patterns_match_as_javascript_matches_them() {
        assert_eq!(found("^[a-z]+$", "", "abc"), Some("abc".into()));
        assert_eq!(found("^[a-z]+$", "", "abc\n"), None);
        assert_eq!(found("^[a-z]+$", "i", "ABC"), Some("ABC".into()));
        assert_eq!(found("(a|ab)(c|bcd)(d*)", "", "abcd"), Some("abcd".into()));
        assert_eq!(found("a.c", "", "a\nc"), None);
        assert_eq!(found("a.c", "s", "a\nc"), Some("a\nc".into()));
        assert_eq!(found(r"(?<q>['\x22]).*?\k<q>", "", "x'y'z'"), Some("'y'".into()));
        assert_eq!(found(r"(?<=\$)\d+(?!\.)", "", "a$12.5"), Some("1".into()));
        assert_eq!(found(r"^(?!.*\.\.)", "", "../x"), None);
        assert_eq!(found("b$", "m", "b\na"), Some("b".into()));
        assert_eq!(found("(?:ab){2,3}", "", "abababab"), Some("ababab".into()));
        assert_eq!(found("😀", "", "x😀"), Some("😀".into()));
    }

    #[test]
    fn a_pattern_that_backtracks_too_long_is_given_up() {
        let text: Vec<u16> = "a".repeat(60).encode_utf16().chain([33]).collect();
        assert!(RegExp::new("^(a+)+$", "").unwrap().find(&text, 0).is_err());
    }
}
