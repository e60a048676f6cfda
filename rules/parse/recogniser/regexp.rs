//! Validation of regular expressions by ECMAScript 2024 with its Annex B.
//!
//! Nothing is built: the pattern is walked once, and a second time if it has named groups, because `\k` is then no
//! longer a plain `k`. The pattern is walked in UTF-16 units, since without the flags `u` and `v` half an astral
//! character counts as one.

mod class;
mod escape;

use std::{borrow::Cow, collections::HashSet};

use oxc_syntax::identifier::{is_identifier_part, is_identifier_start};

use super::NOT_ENOUGH_STACK;

/// The depth to which groups and classes may nest.
const MAX_DEPTH: u32 = 1000;

/// Checks that a regular expression is valid.
///
/// # Errors
///
/// The error in it, in the words that ESLint reports.
pub(crate) fn validate(pattern: &str, flags: &str) -> Result<(), Cow<'static, str>> {
    validate_flags(flags)?;
    let sets = flags.contains('v');
    let mut validator = Validator {
        units: pattern.encode_utf16().collect(),
        position: 0,
        unicode: sets || flags.contains('u'),
        sets,
        named_groups: sets || flags.contains('u'),
        value: 0.0,
        name: String::new(),
        capturing_groups: 0,
        greatest_back_reference: 0.0,
        group_names: HashSet::new(),
        referenced_names: Vec::new(),
        depth: 0,
    };
    validator.validate().map_err(|problem| match problem {
        NOT_ENOUGH_STACK => Cow::Borrowed(NOT_ENOUGH_STACK),
        _ => Cow::Owned(format!("Invalid regular expression: /{pattern}/: {problem}")),
    })
}

fn validate_flags(flags: &str) -> Result<(), &'static str> {
    for (index, flag) in flags.char_indices() {
        if !"dgimsuvy".contains(flag) {
            return Err("Invalid regular expression flag");
        }
        if flags[index + flag.len_utf8()..].contains(flag) {
            return Err("Duplicate regular expression flag");
        }
    }
    if flags.contains('u') && flags.contains('v') {
        return Err("Invalid regular expression flag");
    }
    Ok(())
}

type Problem = &'static str;

/// The strings that a character set may match, which decide whether it may be negated.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Set {
    Characters,
    Strings,
}

struct Validator {
    units: Vec<u16>,
    position: usize,
    /// The flag `u` or `v` is set.
    unicode: bool,
    /// The flag `v` is set.
    sets: bool,
    /// `\k` refers to a named group.
    named_groups: bool,
    /// The value of the last number or character read; [`NO_CHARACTER`] after a class such as `\d`.
    value: f64,
    /// The last name read.
    name: String,
    /// The number of groups closed so far.
    capturing_groups: u32,
    greatest_back_reference: f64,
    group_names: HashSet<String>,
    referenced_names: Vec<String>,
    depth: u32,
}

const NO_CHARACTER: f64 = -1.0;

impl Validator {
    fn validate(&mut self) -> Result<(), Problem> {
        self.pattern()?;
        if !self.named_groups && !self.group_names.is_empty() {
            self.named_groups = true;
            self.pattern()?;
        }
        Ok(())
    }

    fn pattern(&mut self) -> Result<(), Problem> {
        self.position = 0;
        self.capturing_groups = 0;
        self.greatest_back_reference = 0.0;
        self.group_names.clear();
        self.referenced_names.clear();
        self.disjunction()?;
        if self.position != self.units.len() {
            if self.eat(')') {
                return Err("Unmatched ')'");
            }
            if self.eat(']') || self.eat('}') {
                return Err("Lone quantifier brackets");
            }
        }
        if self.greatest_back_reference > f64::from(self.capturing_groups) {
            return Err("Invalid escape");
        }
        if self.referenced_names.iter().any(|name| !self.group_names.contains(name)) {
            return Err("Invalid named capture referenced");
        }
        Ok(())
    }

    fn nested<T>(&mut self, parse: impl FnOnce(&mut Self) -> Result<T, Problem>) -> Result<T, Problem> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(NOT_ENOUGH_STACK);
        }
        let result = parse(self);
        self.depth -= 1;
        result
    }

    fn disjunction(&mut self) -> Result<(), Problem> {
        self.nested(|this| {
            this.alternative()?;
            while this.eat('|') {
                this.alternative()?;
            }
            if this.quantifier(true)? {
                return Err("Nothing to repeat");
            }
            if this.eat('{') {
                return Err("Lone quantifier brackets");
            }
            Ok(())
        })
    }

    fn alternative(&mut self) -> Result<(), Problem> {
        while self.position < self.units.len() && self.term()? {}
        Ok(())
    }

    fn term(&mut self) -> Result<bool, Problem> {
        if let Some(is_quantifiable) = self.assertion()? {
            if is_quantifiable && self.quantifier(false)? && self.unicode {
                return Err("Invalid quantifier");
            }
            return Ok(true);
        }
        let is_atom = self.eat('.')
            || self.atom_escape_sequence()?
            || self.character_class()?
            || self.non_capturing_group()?
            || self.capturing_group()?
            || self.pattern_character()?;
        if is_atom {
            self.quantifier(false)?;
        }
        Ok(is_atom)
    }

    /// Reads an assertion. Returns whether a quantifier may follow it (as after a lookahead in the old grammar).
    fn assertion(&mut self) -> Result<Option<bool>, Problem> {
        let start = self.position;
        if self.eat('^') || self.eat('$') {
            return Ok(Some(false));
        }
        if self.eat('\\') {
            if self.eat('B') || self.eat('b') {
                return Ok(Some(false));
            }
        } else if self.eat('(') && self.eat('?') {
            let is_lookbehind = self.eat('<');
            if self.eat('=') || self.eat('!') {
                self.disjunction()?;
                self.expect_end_of_group()?;
                return Ok(Some(!is_lookbehind));
            }
        }
        self.position = start;
        Ok(None)
    }

    fn quantifier(&mut self, is_lenient: bool) -> Result<bool, Problem> {
        if self.eat('*') || self.eat('+') || self.eat('?') || self.braced_quantifier(is_lenient)? {
            self.eat('?');
            return Ok(true);
        }
        Ok(false)
    }

    fn braced_quantifier(&mut self, is_lenient: bool) -> Result<bool, Problem> {
        let start = self.position;
        if !self.eat('{') {
            return Ok(false);
        }
        if self.decimal_digits() {
            let least = self.value;
            let greatest = (self.eat(',') && self.decimal_digits()).then_some(self.value);
            if self.eat('}') {
                if !is_lenient && greatest.is_some_and(|greatest| greatest < least) {
                    return Err("numbers out of order in {} quantifier");
                }
                return Ok(true);
            }
        }
        if self.unicode && !is_lenient {
            return Err("Incomplete quantifier");
        }
        self.position = start;
        Ok(false)
    }

    fn pattern_character(&mut self) -> Result<bool, Problem> {
        if !self.unicode && self.braced_quantifier(true)? {
            return Err("Nothing to repeat");
        }
        let is_plain = match self.current() {
            None => false,
            Some(unit) if self.unicode => !is_syntax_character(unit),
            // In the old grammar lone brackets and braces are ordinary characters.
            Some(unit) => !is_any(unit, "$()*+.?[^|"),
        };
        if is_plain {
            self.advance();
        }
        Ok(is_plain)
    }

    fn non_capturing_group(&mut self) -> Result<bool, Problem> {
        let start = self.position;
        if self.eat('(') && self.eat('?') && self.eat(':') {
            self.disjunction()?;
            self.expect_end_of_group()?;
            return Ok(true);
        }
        self.position = start;
        Ok(false)
    }

    fn capturing_group(&mut self) -> Result<bool, Problem> {
        if !self.eat('(') {
            return Ok(false);
        }
        if self.eat('?') {
            if !self.group_name()? {
                return Err("Invalid group");
            }
            if !self.group_names.insert(self.name.clone()) {
                return Err("Duplicate capture group name");
            }
        }
        self.disjunction()?;
        self.expect_end_of_group()?;
        self.capturing_groups += 1;
        Ok(true)
    }

    fn expect_end_of_group(&mut self) -> Result<(), Problem> {
        if self.eat(')') { Ok(()) } else { Err("Unterminated group") }
    }

    fn group_name(&mut self) -> Result<bool, Problem> {
        if !self.eat('<') {
            return Ok(false);
        }
        self.name.clear();
        while let Some(character) = self.name_character(self.name.is_empty())? {
            self.name.push(character);
        }
        if self.name.is_empty() || !self.eat('>') {
            return Err("Invalid capture group name");
        }
        Ok(true)
    }

    /// Reads a character of a group's name. Names are read by code points whatever the flags.
    fn name_character(&mut self, is_first: bool) -> Result<Option<char>, Problem> {
        let start = self.position;
        let Some(mut code) = self.code_point_at(start, true) else { return Ok(None) };
        self.position += if code > 0xffff { 2 } else { 1 };
        if code == u32::from('\\') && self.unicode_escape(true)? {
            code = self.value as u32;
        }
        let is_valid = if is_first { is_identifier_start } else { is_identifier_part };
        let character = char::from_u32(code).filter(|&it| is_valid(it));
        if character.is_none() {
            self.position = start;
        }
        Ok(character)
    }

    fn decimal_digits(&mut self) -> bool {
        let start = self.position;
        self.value = 0.0;
        while let Some(unit) = self.current().filter(|&unit| is_between(unit, '0', '9')) {
            self.value = self.value * 10.0 + f64::from(unit - u32::from('0'));
            self.advance();
        }
        self.position != start
    }

    fn hex_digits(&mut self) -> bool {
        let start = self.position;
        self.value = 0.0;
        while let Some(digit) = self.hex_digit() {
            self.value = self.value * 16.0 + f64::from(digit);
        }
        self.position != start
    }

    fn fixed_hex_digits(&mut self, length: usize) -> bool {
        let start = self.position;
        self.value = 0.0;
        for _ in 0..length {
            let Some(digit) = self.hex_digit() else {
                self.position = start;
                return false;
            };
            self.value = self.value * 16.0 + f64::from(digit);
        }
        true
    }

    fn hex_digit(&mut self) -> Option<u32> {
        let digit = self.current().and_then(char::from_u32).and_then(|it| it.to_digit(16))?;
        self.advance();
        Some(digit)
    }

    fn eat(&mut self, character: char) -> bool {
        let is_there = self.is_at(character);
        if is_there {
            self.advance();
        }
        is_there
    }

    fn eat_both(&mut self, character: char) -> bool {
        let is_there =
            self.is_at(character) && self.code_point_at(self.position + 1, false) == Some(u32::from(character));
        if is_there {
            self.position += 2;
        }
        is_there
    }

    fn is_at(&self, character: char) -> bool {
        self.current() == Some(u32::from(character))
    }

    fn advance(&mut self) {
        let length = if self.current().is_some_and(|code| code > 0xffff) { 2 } else { 1 };
        self.position = (self.position + length).min(self.units.len());
    }

    /// Returns the code point at the reading position, or the code unit if neither `u` nor `v` is set.
    fn current(&self) -> Option<u32> {
        self.code_point_at(self.position, false)
    }

    fn code_point_at(&self, position: usize, force_unicode: bool) -> Option<u32> {
        let unit = u32::from(*self.units.get(position)?);
        if (force_unicode || self.unicode)
            && (0xd800..0xdc00).contains(&unit)
            && let Some(&trail) = self.units.get(position + 1)
            && (0xdc00..0xe000).contains(&trail)
        {
            return Some(0x1_0000 + ((unit - 0xd800) << 10) + (u32::from(trail) - 0xdc00));
        }
        Some(unit)
    }
}

fn is_syntax_character(unit: u32) -> bool {
    is_any(unit, "$()*+.?[\\]^{|}")
}

fn is_any(unit: u32, characters: &str) -> bool {
    char::from_u32(unit).is_some_and(|character| characters.contains(character))
}

fn is_between(unit: u32, first: char, last: char) -> bool {
    (u32::from(first)..=u32::from(last)).contains(&unit)
}

fn is_ascii_letter(unit: u32) -> bool {
    is_between(unit, 'a', 'z') || is_between(unit, 'A', 'Z')
}
