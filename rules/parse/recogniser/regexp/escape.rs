//! Escapes: references, characters, and classes of characters.

use super::{NO_CHARACTER, Problem, Set, Validator, is_any, is_ascii_letter, is_between, is_syntax_character};
use crate::parse::recogniser::unicode_properties;

impl Validator {
    pub(super) fn atom_escape_sequence(&mut self) -> Result<bool, Problem> {
        let start = self.position;
        if !self.eat('\\') {
            return Ok(false);
        }
        if self.back_reference()
            || self.character_class_escape()?.is_some()
            || self.character_escape()?
            || self.named_groups && self.named_reference()?
        {
            return Ok(true);
        }
        if self.unicode {
            return Err(if self.is_at('c') { "Invalid unicode escape" } else { "Invalid escape" });
        }
        self.position = start;
        Ok(false)
    }

    pub(super) fn back_reference(&mut self) -> bool {
        let start = self.position;
        if !self.current().is_some_and(|unit| is_between(unit, '1', '9')) {
            return false;
        }
        self.decimal_digits();
        if self.unicode {
            self.greatest_back_reference = self.greatest_back_reference.max(self.value);
            return true;
        }
        if self.value <= f64::from(self.capturing_groups) {
            return true;
        }
        self.position = start;
        false
    }

    pub(super) fn named_reference(&mut self) -> Result<bool, Problem> {
        if !self.eat('k') {
            return Ok(false);
        }
        if !self.group_name()? {
            return Err("Invalid named reference");
        }
        self.referenced_names.push(self.name.clone());
        Ok(true)
    }

    pub(super) fn character_escape(&mut self) -> Result<bool, Problem> {
        Ok(self.control_escape()
            || self.control_letter()
            || self.nul()
            || self.hex_escape()?
            || self.unicode_escape(false)?
            || !self.unicode && self.legacy_octal_escape()
            || self.identity_escape())
    }

    pub(super) fn control_escape(&mut self) -> bool {
        let value = match self.current().and_then(|unit| u8::try_from(unit).ok()) {
            Some(b't') => 9.0,
            Some(b'n') => 10.0,
            Some(b'v') => 11.0,
            Some(b'f') => 12.0,
            Some(b'r') => 13.0,
            _ => return false,
        };
        self.value = value;
        self.advance();
        true
    }

    pub(super) fn control_letter(&mut self) -> bool {
        let start = self.position;
        if self.eat('c')
            && let Some(unit) = self.current().filter(|&unit| is_ascii_letter(unit))
        {
            self.value = f64::from(unit % 0x20);
            self.advance();
            return true;
        }
        self.position = start;
        false
    }

    pub(super) fn nul(&mut self) -> bool {
        let is_nul = self.is_at('0')
            && !self.code_point_at(self.position + 1, false).is_some_and(|unit| is_between(unit, '0', '9'));
        if is_nul {
            self.value = 0.0;
            self.advance();
        }
        is_nul
    }

    pub(super) fn hex_escape(&mut self) -> Result<bool, Problem> {
        let start = self.position;
        if self.eat('x') {
            if self.fixed_hex_digits(2) {
                return Ok(true);
            }
            if self.unicode {
                return Err("Invalid escape");
            }
        }
        self.position = start;
        Ok(false)
    }

    pub(super) fn unicode_escape(&mut self, force_unicode: bool) -> Result<bool, Problem> {
        let start = self.position;
        let unicode = force_unicode || self.unicode;
        if !self.eat('u') {
            return Ok(false);
        }
        if self.fixed_hex_digits(4) {
            let lead = self.value;
            if unicode && (f64::from(0xd800)..f64::from(0xdc00)).contains(&lead) {
                let after_lead = self.position;
                if self.eat('\\') && self.eat('u') && self.fixed_hex_digits(4) {
                    let trail = self.value;
                    if (f64::from(0xdc00)..f64::from(0xe000)).contains(&trail) {
                        self.value = (lead - f64::from(0xd800)) * 1024.0 + (trail - f64::from(0xdc00)) + 65536.0;
                        return Ok(true);
                    }
                }
                self.position = after_lead;
                self.value = lead;
            }
            return Ok(true);
        }
        if !unicode {
            self.position = start;
            return Ok(false);
        }
        if self.eat('{') && self.hex_digits() && self.eat('}') && self.value <= f64::from(0x10_ffff) {
            return Ok(true);
        }
        Err("Invalid unicode escape")
    }

    pub(super) fn legacy_octal_escape(&mut self) -> bool {
        let Some(first) = self.octal_digit() else { return false };
        let mut value = first;
        if let Some(second) = self.octal_digit() {
            value = value * 8 + second;
            if first <= 3
                && let Some(third) = self.octal_digit()
            {
                value = value * 8 + third;
            }
        }
        self.value = f64::from(value);
        true
    }

    pub(super) fn octal_digit(&mut self) -> Option<u32> {
        let unit = self.current().filter(|&unit| is_between(unit, '0', '7'))?;
        self.advance();
        Some(unit - u32::from('0'))
    }

    pub(super) fn identity_escape(&mut self) -> bool {
        let is_identity = match self.current() {
            Some(unit) if self.unicode => is_syntax_character(unit) || unit == u32::from('/'),
            Some(unit) => unit != u32::from('c') && (!self.named_groups || unit != u32::from('k')),
            None => !self.unicode,
        };
        if is_identity {
            self.value = self.current().map_or(NO_CHARACTER, f64::from);
            self.advance();
        }
        is_identity
    }

    pub(super) fn character_class_escape(&mut self) -> Result<Option<Set>, Problem> {
        let Some(unit) = self.current() else { return Ok(None) };
        if is_any(unit, "dDsSwW") {
            self.value = NO_CHARACTER;
            self.advance();
            return Ok(Some(Set::Characters));
        }
        if !self.unicode || !is_any(unit, "pP") {
            return Ok(None);
        }
        self.value = NO_CHARACTER;
        self.advance();
        let invalid = "Invalid property name";
        if !self.eat('{') {
            return Err(invalid);
        }
        let set = self.property()?;
        if !self.eat('}') || unit == u32::from('P') && set == Set::Strings {
            return Err(invalid);
        }
        Ok(Some(set))
    }

    /// Reads `Name=Value` or a lone name or value, inside `\p{…}`.
    pub(super) fn property(&mut self) -> Result<Set, Problem> {
        let start = self.position;
        let name = self.property_word(false);
        if !name.is_empty() && self.eat('=') {
            let value = self.property_word(true);
            if !value.is_empty() {
                let values = unicode_properties::values_of(&name).ok_or("Invalid property name")?;
                if !unicode_properties::contains(values, &value) {
                    return Err("Invalid property value");
                }
                return Ok(Set::Characters);
            }
        }
        self.position = start;
        let word = self.property_word(true);
        if unicode_properties::is_lone(&word) {
            Ok(Set::Characters)
        } else if self.sets && unicode_properties::contains(unicode_properties::OF_STRINGS, &word) {
            Ok(Set::Strings)
        } else {
            Err("Invalid property name")
        }
    }

    pub(super) fn property_word(&mut self, allow_digits: bool) -> String {
        let mut word = String::new();
        while let Some(unit) = self.current()
            && let Some(character) = char::from_u32(unit)
            && (character.is_ascii_alphabetic() || character == '_' || allow_digits && character.is_ascii_digit())
        {
            word.push(character);
            self.advance();
        }
        word
    }
}
