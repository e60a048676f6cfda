//! Matches regular expressions with JavaScript's semantics, by backtracking within a budget.

use super::regexp::{Re, RegExp, WORD, is_line_end};

/// The maximum number of steps of one match.
const MAX_STEPS: usize = 20_000;

/// The longest text that is searched, in UTF-16 units.
const MAX_SUBJECT_UNITS: usize = 1024;

/// The maximum number of places at which one item of a sequence may end.
const MAX_ENDS: usize = 1024;

/// The maximum nesting of a match.
const MAX_NESTING: usize = 400;

/// The ranges of a match and its groups, in UTF-16 units.
pub(super) type Captures = Vec<Option<(usize, usize)>>;

/// The match took too many steps.
#[derive(Debug)]
pub(crate) struct TooLong;

impl RegExp {
    /// Returns the first match from a place on, and adds the steps that it took to those of the pattern.
    pub(crate) fn find(&self, text: &[u16], from: usize) -> Result<Option<Captures>, TooLong> {
        if text.len() > MAX_SUBJECT_UNITS {
            return Err(TooLong);
        }
        let mut matcher = Matcher { regexp: self, text, steps: 0, nesting: 0 };
        let found = self.find_with(&mut matcher, from);
        self.steps.update(|steps| steps + matcher.steps);
        found
    }

    fn find_with(&self, matcher: &mut Matcher<'_>, from: usize) -> Result<Option<Captures>, TooLong> {
        let text = matcher.text;
        let last = if self.sticky { from } else { text.len() };
        if let Some(re) = self.only_character() {
            let found = (from..=last).find_map(|start| Some((start, matcher.one(re, start, true)?)));
            return Ok(found.map(|range| vec![Some(range)]));
        }
        let mut captures: Captures = Vec::new();
        let first = self.first_character();
        for start in from..=last {
            if start > 0 && self.is_anchored() {
                break;
            }
            if first.is_some_and(|re| matcher.one(re, start, true).is_none()) {
                continue;
            }
            captures.clear();
            captures.resize(self.groups, None);
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

    /// Returns the part that is the whole pattern, where every match is one character.
    fn only_character(&self) -> Option<&Re> {
        let re = match &self.root {
            Re::Seq(items) => items.first().filter(|_| items.len() == 1)?,
            root => root,
        };
        is_single(re).then_some(re)
    }

    /// Returns the part that the first character of every match fits; `None` where a match may be empty or begin in
    /// several ways.
    fn first_character(&self) -> Option<&Re> {
        let mut first = &self.root;
        loop {
            first = match first {
                Re::Char(_) | Re::Any | Re::Set(_) => return Some(first),
                Re::Seq(items) => items.first()?,
                Re::Repeat { body, min: 1.., .. } | Re::Group(_, body) => body,
                _ => return None,
            }
        }
    }

    /// Returns whether a match can only begin where the text does.
    fn is_anchored(&self) -> bool {
        !self.multiline && matches!(&self.root, Re::Seq(items) if matches!(items.first(), Some(Re::Start)))
    }
}

struct Matcher<'r> {
    regexp: &'r RegExp,
    text: &'r [u16],
    steps: usize,
    nesting: usize,
}

/// Returns whether a part matches a single character, so that it never backtracks.
fn is_single(re: &Re) -> bool {
    matches!(re, Re::Char(_) | Re::Any | Re::Set(_))
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

    fn ends_line(&self, at: usize) -> bool {
        self.text.get(at).is_some_and(|&unit| is_line_end(u32::from(unit)))
    }

    /// Returns the place after a character that a part matches.
    fn one(&self, re: &Re, at: usize, ahead: bool) -> Option<usize> {
        let (unit, next) = self.read(at, ahead)?;
        self.regexp.fits(re, unit).then_some(next)
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
                if is_single(body) {
                    return self.repeat_one_then(body, (*min, *max, *greedy), &[], at, ahead, captures, next);
                }
                self.repeat(body, (*min, *max, *greedy), *groups, at, ahead, captures, next)
            }
            Re::Back(number) => self.back(captures.get(*number).copied().flatten(), at, ahead, captures, next),
            Re::NamedBack(name) => {
                let number = self.regexp.names().iter().find(|(known, _)| known == name).map(|&(_, number)| number);
                self.back(number.and_then(|number| captures[number]), at, ahead, captures, next)
            }
            Re::Start | Re::End | Re::Boundary(_) => {
                if self.holds_at(re, at) {
                    next(at, captures)
                } else {
                    Ok(false)
                }
            }
            Re::Look { ahead, negative, body } => {
                let mut inner = captures.clone();
                let found = self.run(body, at, *ahead, &mut inner, &mut |_, _| Ok(true))?;
                if found == *negative {
                    return Ok(false);
                }
                if *negative {
                    return next(at, captures);
                }
                let before = std::mem::replace(captures, inner);
                let found = next(at, captures)?;
                if !found {
                    *captures = before;
                }
                Ok(found)
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
        // Single characters never backtrack, and are matched in a row.
        let (mut items, mut at) = (items, at);
        while let Some((item, rest)) = if ahead { items.split_first() } else { items.split_last() } {
            self.steps += 1;
            let after = match item {
                Re::Char(_) | Re::Any | Re::Set(_) => self.one(item, at, ahead),
                Re::Start | Re::End | Re::Boundary(_) => self.holds_at(item, at).then_some(at),
                Re::Repeat { body, min, max, greedy, .. } if is_single(body) => {
                    return self.repeat_one_then(body, (*min, *max, *greedy), rest, at, ahead, captures, next);
                }
                _ => return self.run_then(item, rest, at, ahead, captures, next),
            };
            match after {
                Some(after) => at = after,
                None => return Ok(false),
            }
            items = rest;
        }
        next(at, captures)
    }

    /// Returns whether an assertion about a place holds there.
    fn holds_at(&self, assertion: &Re, at: usize) -> bool {
        match assertion {
            Re::Start => at == 0 || self.regexp.multiline && self.ends_line(at - 1),
            Re::End => at == self.text.len() || self.regexp.multiline && self.ends_line(at),
            Re::Boundary(wanted) => (self.is_word(at.checked_sub(1)) != self.is_word(Some(at))) == *wanted,
            _ => false,
        }
    }

    /// Matches one item, and then the others.
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

    /// Matches a repeated single character, and then the other items.
    #[expect(clippy::too_many_arguments, reason = "the state of a match is passed along")]
    fn repeat_one_then(
        &mut self,
        body: &Re,
        (min, max, greedy): (u32, u32, bool),
        rest: &[Re],
        at: usize,
        ahead: bool,
        captures: &mut Captures,
        next: &mut Next<'_>,
    ) -> Result<bool, TooLong> {
        if !greedy || self.regexp.unicode {
            return self.repeat_by_places(body, (min, max, greedy), rest, at, ahead, captures, next);
        }
        // Each character is one unit, so that the places need not be kept.
        let mut count: u32 = 0;
        let place = |count: u32| if ahead { at + count as usize } else { at - count as usize };
        while count < max && self.one(body, place(count), ahead).is_some() {
            count += 1;
        }
        self.steps += count as usize;
        while count >= min {
            if self.sequence_of(rest, place(count), ahead, captures, next)? {
                return Ok(true);
            }
            if count == 0 {
                break;
            }
            count -= 1;
        }
        Ok(false)
    }

    /// Matches what follows an item that may end at several places.
    fn sequence_of(
        &mut self,
        items: &[Re],
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
        let found = self.sequence(items, at, ahead, captures, next);
        self.nesting -= 1;
        found
    }

    #[expect(clippy::too_many_arguments, reason = "the state of a match is passed along")]
    fn repeat_by_places(
        &mut self,
        body: &Re,
        (min, max, greedy): (u32, u32, bool),
        rest: &[Re],
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
        let Some(allowed) = places.get_mut(min as usize..) else { return Ok(false) };
        if greedy {
            allowed.reverse();
        }
        for &place in &*allowed {
            if self.sequence_of(rest, place, ahead, captures, next)? {
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
        assert_eq!(found("[^a-z]", "i", "aBC1"), Some("1".into()));
        assert_eq!(found(r"[^\W_]+", "i", "_aB_"), Some("aB".into()));
        assert_eq!(found("[À-Ý]", "", "aÀ"), Some("À".into()));
        assert_eq!(found("a*ab", "", "aaab"), Some("aaab".into()));
        assert_eq!(found("a*?b", "", "aab"), Some("aab".into()));
        assert_eq!(found("a{2}$", "", "aaa"), Some("aa".into()));
        assert_eq!(found("^b|a", "", "ba"), Some("b".into()));
        assert_eq!(found("^b", "", "ab"), None);
        assert_eq!(found(r"^\d+(?:\.\d+)*$", "", "1.22.3"), Some("1.22.3".into()));
    }

    #[test]
    fn groups_of_a_way_that_failed_are_empty() {
        let captures = |pattern: &str, text: &str| {
            let units: Vec<u16> = text.encode_utf16().collect();
            RegExp::new(pattern, "").unwrap().find(&units, 0).unwrap().unwrap()
        };
        assert_eq!(captures("a*(?=(b))bc|a*(.)d", "aabd"), [Some((0, 4)), None, Some((2, 3))]);
        assert_eq!(captures("(a)?(b)", "b"), [Some((0, 1)), None, Some((0, 1))]);
    }

    #[test]
    fn a_pattern_that_backtracks_too_long_is_given_up() {
        let text: Vec<u16> = "a".repeat(60).encode_utf16().chain([33]).collect();
        assert!(RegExp::new("^(a+)+$", "").unwrap().find(&text, 0).is_err());
    }
}
