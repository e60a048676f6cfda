//! Patterns for which a backtracking matcher takes exponential time: each repetition of a part doubles the ways to
//! fail.

use super::regexp::{Re, RegExp};

/// The numbers of repetitions in the texts that are tried. The steps must grow faster with them than any polynomial.
const REPETITIONS: [usize; 4] = [8, 12, 16, 20];

/// The least factor by which four more repetitions increase the steps, at first and at the end.
const GROWTH_AT_FIRST: usize = 5;
const GROWTH_AT_THE_END: usize = 4;

/// The maximum number of steps of one match.
const MAX_STEPS: usize = 200_000;

/// The number of steps that all patterns of a text may take: a base, and more for each byte of the text.
pub(crate) const STEPS_BASE: usize = 100_000_000;
pub(crate) const STEPS_PER_BYTE: usize = 200;

/// The maximum number of repeated parts of a pattern, and of characters for each, that are tried.
const MAX_PARTS: usize = 6;
const MAX_CHARACTERS: usize = 8;

/// The longest text that is repeated, in characters.
const MAX_REPEATED: usize = 12;

/// Characters of the classes that patterns distinguish.
const SAMPLES: &[char] =
    &['a', '0', ' ', '-', '.', '_', 'A', '/', '"', '\'', ',', '\\', '<', '=', '\t', '\n', '#', '!', '*', '&', 'é'];

/// The texts after the repeated part that may make the match fail.
const ENDS: &[&str] = &["\u{1}", "\n", "!", "\n\u{1}"];

/// A text that takes exponential time: a beginning, a part that is repeated, an end.
#[derive(Clone, Debug)]
pub(crate) struct Explosion {
    pub before: String,
    pub repeated: String,
    pub after: String,
}

/// Returns a text for which a pattern takes exponential time, if one is found within the steps that are left.
pub(crate) fn explosion(pattern: &str, flags: &str, left: &mut usize) -> Option<Explosion> {
    let regexp = &RegExp::new(pattern, flags)?;
    let mut parts = Vec::new();
    add_parts(&regexp.root, &mut String::new(), &mut parts);
    parts.into_iter().take(MAX_PARTS).find_map(|(before, body)| {
        words(regexp, body).into_iter().find_map(|repeated| {
            for after in ENDS {
                match growth(regexp, &before, &repeated, after, left) {
                    Growth::Exponential => {
                        return Some(Explosion { before: before.clone(), repeated, after: (*after).to_string() });
                    }
                    Growth::Less => {}
                    Growth::LessWithAnyEnd => break,
                }
            }
            None
        })
    })
}

/// How the steps of a match grow with the repetitions in its text.
enum Growth {
    Exponential,
    Less,
    /// Not exponentially, and the match never gets to the end of the text.
    LessWithAnyEnd,
}

fn growth(regexp: &RegExp, before: &str, repeated: &str, after: &str, left: &mut usize) -> Growth {
    let mut run = |times: usize| {
        if *left == 0 {
            return (None, false);
        }
        let text = [before, &repeated.repeat(times), after].concat();
        let mut matcher = Matcher { regexp, text: text.chars().collect(), steps: 0, reached: 0, is_open: false };
        let found = matcher.run(&regexp.root, 0, &mut |_, _| true);
        *left = left.saturating_sub(matcher.steps);
        let end = matcher.text.len() - after.chars().count();
        ((!found && !matcher.is_open).then_some(matcher.steps), matcher.reached >= end)
    };
    let [first, second, third, fourth] = REPETITIONS;
    let (begin, reaches_end) = run(first);
    let Some(begin) = begin.filter(|&steps| steps > 8 * first && steps < MAX_STEPS) else {
        return if reaches_end { Growth::Less } else { Growth::LessWithAnyEnd };
    };
    let mut steps = |times: usize| run(times).0;
    if steps(second).is_none_or(|steps| steps < GROWTH_AT_FIRST * begin) {
        return Growth::Less;
    }
    match (steps(third), steps(fourth)) {
        (Some(third), Some(fourth)) if fourth >= MAX_STEPS || fourth >= GROWTH_AT_THE_END * third => {
            Growth::Exponential
        }
        _ => Growth::Less,
    }
}

/// Collects the parts that may be repeated without end and are ambiguous, each with a text that leads to it.
fn add_parts<'r>(re: &'r Re, before: &mut String, parts: &mut Vec<(String, &'r Re)>) {
    if parts.len() >= MAX_PARTS {
        return;
    }
    match re {
        Re::Seq(items) => {
            let length = before.len();
            for item in items {
                add_parts(item, before, parts);
                before.push_str(&shortest(item).unwrap_or_default());
            }
            before.truncate(length);
        }
        Re::Alt(ways) => ways.iter().for_each(|way| add_parts(way, before, parts)),
        Re::Repeat { body, max, .. } => {
            if *max as usize >= REPETITIONS[3] && is_ambiguous(body) {
                parts.push((before.clone(), body));
            }
            add_parts(body, before, parts);
        }
        Re::Group(_, body) => add_parts(body, before, parts),
        _ => {}
    }
}

/// Returns whether a part may match one text in several ways: it holds a choice or a repetition.
fn is_ambiguous(re: &Re) -> bool {
    match re {
        Re::Seq(items) => items.iter().any(is_ambiguous),
        Re::Alt(_) => true,
        Re::Repeat { min, max, .. } => min != max,
        Re::Group(_, body) => is_ambiguous(body),
        _ => false,
    }
}

/// Returns a short text that a part matches; `None` if no sample fits.
fn shortest(re: &Re) -> Option<String> {
    Some(match re {
        Re::Char(unit) => char::from_u32(*unit)?.to_string(),
        Re::Any => "a".into(),
        Re::Set(set) => SAMPLES.iter().find(|&&sample| set.has(sample as u32))?.to_string(),
        Re::Seq(items) => items.iter().map(shortest).collect::<Option<String>>()?,
        Re::Alt(ways) => ways.iter().filter_map(shortest).min_by_key(String::len)?,
        Re::Repeat { body, min, .. } => shortest(body)?.repeat((*min).min(REPETITIONS[3] as u32) as usize),
        Re::Group(_, body) => shortest(body)?,
        _ => String::new(),
    })
}

/// Returns the texts to repeat: one or two characters of a part, and a short text for each of its ways.
fn words(regexp: &RegExp, body: &Re) -> Vec<String> {
    let mut characters = Vec::new();
    add_characters(regexp, body, &mut characters);
    characters.truncate(MAX_CHARACTERS);
    let mut words: Vec<String> = characters.iter().map(char::to_string).collect();
    add_ways(body, &mut words);
    for first in &characters {
        words.extend(characters.iter().filter(|second| *second != first).map(|second| format!("{first}{second}")));
    }
    words.retain(|word| !word.is_empty() && word.chars().count() <= MAX_REPEATED);
    words
}

/// Collects a short text for each way through the choices of a part.
fn add_ways(re: &Re, words: &mut Vec<String>) {
    words.extend(shortest(re));
    match re {
        Re::Seq(items) => items.iter().for_each(|item| add_ways(item, words)),
        Re::Alt(ways) => ways.iter().for_each(|way| add_ways(way, words)),
        // A part that may be missing occurs once.
        Re::Repeat { body, .. } | Re::Group(_, body) => add_ways(body, words),
        _ => {}
    }
}

/// Collects the characters that a part names, and samples of its sets.
fn add_characters(regexp: &RegExp, re: &Re, found: &mut Vec<char>) {
    let mut add = |character: char| {
        if !found.contains(&character) {
            found.push(character);
        }
    };
    match re {
        Re::Char(unit) => char::from_u32(*unit).into_iter().for_each(add),
        Re::Any => add('a'),
        Re::Set(set) => {
            // The last sample of a set is in few others, and distinguishes it best.
            let mut samples = SAMPLES.iter().copied().filter(|&sample| regexp.has(set, sample as u32));
            samples.by_ref().take(1).for_each(&mut add);
            samples.next_back().into_iter().for_each(add);
        }
        Re::Seq(items) | Re::Alt(items) => items.iter().for_each(|item| add_characters(regexp, item, found)),
        Re::Repeat { body, .. } | Re::Group(_, body) => add_characters(regexp, body, found),
        _ => {}
    }
}

/// Matches as engines do, one way after the other, and counts the steps.
struct Matcher<'r> {
    regexp: &'r RegExp,
    text: Vec<char>,
    steps: usize,
    /// The furthest place that was looked at.
    reached: usize,
    /// True if the pattern has a construct that is not modelled here.
    is_open: bool,
}

/// The continuation of a part.
type Next<'n, 'r> = dyn FnMut(&mut Matcher<'r>, usize) -> bool + 'n;

impl<'r> Matcher<'r> {
    fn run(&mut self, re: &'r Re, at: usize, next: &mut Next<'_, 'r>) -> bool {
        self.steps += 1;
        if self.steps >= MAX_STEPS {
            return false;
        }
        self.reached = self.reached.max(at);
        match re {
            Re::Char(_) | Re::Any | Re::Set(_) => {
                let fits = self.text.get(at).is_some_and(|&character| self.regexp.fits(re, character as u32));
                fits && next(self, at + 1)
            }
            Re::Seq(items) => self.sequence(items, at, next),
            Re::Alt(ways) => ways.iter().any(|way| self.run(way, at, next)),
            Re::Group(_, body) => self.run(body, at, next),
            Re::Repeat { body, min, max, greedy, .. } => self.repeat(body, (*min, *max), *greedy, at, next),
            Re::Start => (at == 0 || self.regexp.multiline && self.text[at - 1] == '\n') && next(self, at),
            Re::End => {
                let is_end = at == self.text.len() || self.regexp.multiline && self.text[at] == '\n';
                is_end && next(self, at)
            }
            Re::Boundary(is_one) => {
                let is_word = |at: Option<usize>| {
                    at.and_then(|at| self.text.get(at)).is_some_and(|it| it.is_ascii_alphanumeric() || *it == '_')
                };
                (is_word(at.checked_sub(1)) != is_word(Some(at))) == *is_one && next(self, at)
            }
            Re::Look { ahead: true, negative, body } => {
                self.run(body, at, &mut |_, _| true) != *negative && next(self, at)
            }
            Re::Look { .. } | Re::Back(_) | Re::NamedBack(_) => {
                self.is_open = true;
                false
            }
        }
    }

    fn sequence(&mut self, items: &'r [Re], at: usize, next: &mut Next<'_, 'r>) -> bool {
        match items.split_first() {
            Some((first, rest)) => self.run(first, at, &mut |matcher, at| matcher.sequence(rest, at, next)),
            None => next(self, at),
        }
    }

    fn repeat(
        &mut self,
        body: &'r Re,
        (min, max): (u32, u32),
        greedy: bool,
        at: usize,
        next: &mut Next<'_, 'r>,
    ) -> bool {
        if max == 0 || self.steps >= MAX_STEPS {
            return max == 0 && next(self, at);
        }
        let left = (min.saturating_sub(1), if max == u32::MAX { max } else { max - 1 });
        if min == 0 && !greedy && next(self, at) {
            return true;
        }
        // A repetition that matches nothing ends the loop.
        let again = self
            .run(body, at, &mut |matcher, end| (end != at || min > 0) && matcher.repeat(body, left, greedy, end, next));
        again || min == 0 && greedy && next(self, at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn explodes(pattern: &str) -> bool {
        explosion(pattern, "", &mut STEPS_BASE.clone()).is_some()
    }

    #[test]
    fn a_repetition_within_a_repetition_explodes_where_it_may_fail() {
        for pattern in [
            "^(a+)+$",
            "(a*)*b",
            r"^(\w+\s?)*$",
            r"(?:[a-z0-9]+-?)*!",
            r"^([a-zA-Z0-9])(([\-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}",
            r#""(?:\\.|[^"])*!"#,
            "(ab|a|b)*c$",
        ] {
            assert!(explodes(pattern), "{pattern}");
        }
    }

    #[test]
    fn a_repetition_that_matches_in_one_way_does_not() {
        for pattern in [
            r"^\d+(\.\d+)*$",
            "^(ab)+$",
            r#""(?:\\.|[^"\\])*""#,
            r"^\s*(.*?)\s*$",
            "(a|b)*c",
            "^(?:[a-z]+,)*[a-z]+$",
            "([a-z]+)*",
            r"^(>=?|<=?)\s*(\d*\.?\d+)%$",
        ] {
            assert!(!explodes(pattern), "{pattern}");
        }
    }
}
