//! Character classes.

use super::{NO_CHARACTER, Problem, Set, Validator, is_any, is_between};

impl Validator {
    pub(super) fn character_class(&mut self) -> Result<bool, Problem> {
        if !self.eat('[') {
            return Ok(false);
        }
        let is_negated = self.eat('^');
        let set = self.class_contents()?;
        if !self.eat(']') {
            return Err("Unterminated character class");
        }
        if is_negated && set == Set::Strings {
            return Err("Negated character class may contain strings");
        }
        Ok(true)
    }

    pub(super) fn class_contents(&mut self) -> Result<Set, Problem> {
        if self.is_at(']') {
            return Ok(Set::Characters);
        }
        if self.sets {
            return self.nested(Self::class_set_expression);
        }
        while self.class_atom()? {
            let left = self.value;
            if self.eat('-') && self.class_atom()? {
                let right = self.value;
                let has_class = left == NO_CHARACTER || right == NO_CHARACTER;
                if self.unicode && has_class {
                    return Err("Invalid character class");
                }
                if !has_class && left > right {
                    return Err("Range out of order in character class");
                }
            }
        }
        Ok(Set::Characters)
    }

    pub(super) fn class_atom(&mut self) -> Result<bool, Problem> {
        let start = self.position;
        if self.eat('\\') {
            if self.class_escape()? {
                return Ok(true);
            }
            if self.unicode {
                let is_class_escape =
                    self.current().is_some_and(|unit| unit == u32::from('c') || is_between(unit, '0', '7'));
                return Err(if is_class_escape { "Invalid class escape" } else { "Invalid escape" });
            }
            self.position = start;
        }
        // The end of the pattern counts as a character here; the caller then misses the closing bracket.
        match self.current() {
            Some(unit) if unit != u32::from(']') => {
                self.value = f64::from(unit);
                self.advance();
                Ok(true)
            }
            _ => Ok(false),
        }
    }

    pub(super) fn class_escape(&mut self) -> Result<bool, Problem> {
        let start = self.position;
        if self.eat('b') {
            self.value = 8.0;
            return Ok(true);
        }
        if self.unicode && self.eat('-') {
            self.value = f64::from(u32::from('-'));
            return Ok(true);
        }
        if !self.unicode && self.eat('c') {
            if let Some(unit) = self.current().filter(|&unit| is_between(unit, '0', '9') || unit == u32::from('_')) {
                self.value = f64::from(unit % 0x20);
                self.advance();
                return Ok(true);
            }
            self.position = start;
        }
        Ok(self.character_class_escape()?.is_some() || self.character_escape()?)
    }

    pub(super) fn class_set_expression(&mut self) -> Result<Set, Problem> {
        let invalid = "Invalid character in character class";
        let mut set = Set::Characters;
        if !self.class_set_range()? {
            set = self.class_set_operand()?.ok_or(invalid)?;
            let start = self.position;
            while self.eat_both('&') {
                if self.is_at('&') {
                    return Err(invalid);
                }
                if self.class_set_operand()?.ok_or(invalid)? != Set::Strings {
                    set = Set::Characters;
                }
            }
            if self.position != start {
                return Ok(set);
            }
            while self.eat_both('-') {
                self.class_set_operand()?.ok_or(invalid)?;
            }
            if self.position != start {
                return Ok(set);
            }
        }
        loop {
            if self.class_set_range()? {
                continue;
            }
            match self.class_set_operand()? {
                None => return Ok(set),
                Some(Set::Strings) => set = Set::Strings,
                Some(Set::Characters) => {}
            }
        }
    }

    pub(super) fn class_set_range(&mut self) -> Result<bool, Problem> {
        let start = self.position;
        if self.class_set_character()? {
            let left = self.value;
            if self.eat('-') && self.class_set_character()? {
                let right = self.value;
                if left != NO_CHARACTER && right != NO_CHARACTER && left > right {
                    return Err("Range out of order in character class");
                }
                return Ok(true);
            }
            self.position = start;
        }
        Ok(false)
    }

    pub(super) fn class_set_operand(&mut self) -> Result<Option<Set>, Problem> {
        if self.class_set_character()? {
            return Ok(Some(Set::Characters));
        }
        match self.class_string_disjunction()? {
            Some(set) => Ok(Some(set)),
            None => self.nested_class(),
        }
    }

    pub(super) fn nested_class(&mut self) -> Result<Option<Set>, Problem> {
        let start = self.position;
        if self.eat('[') {
            let is_negated = self.eat('^');
            let set = self.class_contents()?;
            if self.eat(']') {
                if is_negated && set == Set::Strings {
                    return Err("Negated character class may contain strings");
                }
                return Ok(Some(set));
            }
        } else if self.eat('\\')
            && let Some(set) = self.character_class_escape()?
        {
            return Ok(Some(set));
        }
        self.position = start;
        Ok(None)
    }

    pub(super) fn class_string_disjunction(&mut self) -> Result<Option<Set>, Problem> {
        let start = self.position;
        if self.eat('\\') && self.eat('q') {
            if !self.eat('{') {
                return Err("Invalid escape");
            }
            let mut set = self.class_string()?;
            while self.eat('|') {
                if self.class_string()? == Set::Strings {
                    set = Set::Strings;
                }
            }
            if self.eat('}') {
                return Ok(Some(set));
            }
        }
        self.position = start;
        Ok(None)
    }

    pub(super) fn class_string(&mut self) -> Result<Set, Problem> {
        let mut length = 0;
        while self.class_set_character()? {
            length += 1;
        }
        Ok(if length == 1 { Set::Characters } else { Set::Strings })
    }

    pub(super) fn class_set_character(&mut self) -> Result<bool, Problem> {
        let start = self.position;
        if self.eat('\\') {
            if self.character_escape()? {
                return Ok(true);
            }
            if let Some(unit) = self.current().filter(|&unit| is_any(unit, "!#%&,-:;<=>@`~")) {
                self.value = f64::from(unit);
                self.advance();
                return Ok(true);
            }
            if self.eat('b') {
                self.value = 8.0;
                return Ok(true);
            }
            self.position = start;
            return Ok(false);
        }
        let Some(unit) = self.current() else { return Ok(false) };
        let is_doubled = self.code_point_at(self.position + 1, false) == Some(unit);
        if is_doubled && is_any(unit, "!#$%&*+,.:;<=>?@^`~") || is_any(unit, "()-/[\\]{|}") {
            return Ok(false);
        }
        self.value = f64::from(unit);
        self.advance();
        Ok(true)
    }
}
