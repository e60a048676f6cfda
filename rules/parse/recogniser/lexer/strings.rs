//! Strings, templates and their escapes.

use oxc_syntax::line_terminator::is_line_terminator;

use crate::parse::recogniser::{Halt, Recogniser, node::StringValue, token::Token};

impl<'a> Recogniser<'a> {
    pub(super) fn read_string(&mut self, quote: char) -> Result<(), Halt> {
        self.position += 1;
        let content = self.position;
        let mut has_escape = false;
        loop {
            match self.current_char() {
                None | Some('\n' | '\r') => return self.raise(self.start, "Unterminated string constant"),
                Some(character) if character == quote => break,
                Some('\\') => {
                    has_escape = true;
                    if let Err(escape) = self.skip_escape() {
                        return self.raise(escape.offset, escape.message);
                    }
                }
                Some(character) => self.position += character.len_utf8(),
            }
        }
        let raw = &self.source[content..self.position];
        self.position += 1;
        self.string = if has_escape {
            let (text, has_lone_surrogate) = unescape(raw);
            StringValue { text: self.allocator.alloc_str(&text), has_lone_surrogate }
        } else {
            StringValue { text: raw, has_lone_surrogate: false }
        };
        self.finish(Token::String);
        Ok(())
    }

    pub(super) fn read_template_token(&mut self) -> Result<(), Halt> {
        let mut is_valid = true;
        loop {
            match self.current_char() {
                None => return self.raise(self.start, "Unterminated template"),
                Some(character @ ('`' | '$')) if character == '`' || self.byte_at(self.position + 1) == Some(b'{') => {
                    let after_text = matches!(self.token, Token::Template | Token::InvalidTemplate);
                    if is_valid && self.position == self.start && after_text {
                        self.position += if character == '`' { 1 } else { 2 };
                        self.finish(if character == '`' { Token::BackQuote } else { Token::DollarBraceL });
                    } else {
                        self.finish(if is_valid { Token::Template } else { Token::InvalidTemplate });
                    }
                    return Ok(());
                }
                Some('\\') if is_valid => is_valid = self.skip_escape().is_ok(),
                // After a bad escape, only the end is searched for.
                Some('\\') => {
                    self.position += 1;
                    self.position += self.current_char().map_or(0, char::len_utf8);
                }
                Some(character) => self.position += character.len_utf8(),
            }
        }
    }

    /// Skips a backslash and the escape after it. After a bad escape the reading position is at the error.
    pub(super) fn skip_escape(&mut self) -> Result<(), BadEscape> {
        let backslash = self.position;
        self.position += 1;
        let Some(character) = self.current_char() else { return Ok(()) };
        self.position += character.len_utf8();
        match character {
            'x' => self.read_fixed_hex(2).map(drop),
            'u' => self.read_code_point().map(drop),
            '\r' => {
                if self.byte_at(self.position) == Some(b'\n') {
                    self.position += 1;
                }
                Ok(())
            }
            '8' | '9' => Err(BadEscape { offset: self.position - 1, message: "Invalid escape sequence" }),
            '0'..='7' => {
                let digits: &[u8] = &self.source.as_bytes()[self.position - 1..];
                let length = digits.iter().take(3).take_while(|byte| matches!(byte, b'0'..=b'7')).count();
                let length = if length == 3 && digits[0] > b'3' { 2 } else { length };
                self.position += length - 1;
                let is_nul = length == 1 && character == '0';
                if is_nul && !matches!(self.byte_at(self.position), Some(b'8' | b'9')) {
                    return Ok(());
                }
                Err(BadEscape { offset: backslash, message: "Octal literal in strict mode" })
            }
            _ => Ok(()),
        }
    }

    /// Reads the text after `\u`, and returns the code point or code unit.
    pub(super) fn read_code_point(&mut self) -> Result<u32, BadEscape> {
        if self.byte_at(self.position) != Some(b'{') {
            return self.read_fixed_hex(4);
        }
        self.position += 1;
        let digits = self.position;
        let mut code: u32 = 0;
        while let Some(digit) = self.byte_at(self.position).and_then(|byte| (byte as char).to_digit(16)) {
            code = code.saturating_mul(16).saturating_add(digit);
            self.position += 1;
        }
        if self.position == digits || self.byte_at(self.position) != Some(b'}') {
            return Err(BadEscape { offset: digits, message: "Bad character escape sequence" });
        }
        self.position += 1;
        if code > 0x10_ffff {
            return Err(BadEscape { offset: digits, message: "Code point out of bounds" });
        }
        Ok(code)
    }

    pub(super) fn read_fixed_hex(&mut self, length: usize) -> Result<u32, BadEscape> {
        let start = self.position;
        let mut code = 0;
        for _ in 0..length {
            let Some(digit) = self.byte_at(self.position).and_then(|byte| (byte as char).to_digit(16)) else {
                return Err(BadEscape { offset: start, message: "Bad character escape sequence" });
            };
            code = code * 16 + digit;
            self.position += 1;
        }
        Ok(code)
    }
}

/// An escape sequence that is not allowed in a string: its offset, and the message.
pub(super) struct BadEscape {
    pub offset: usize,
    pub message: &'static str,
}

/// Returns the value of a string literal's contents, whose escapes are known to be valid, and whether a surrogate in it
/// is alone.
fn unescape(raw: &str) -> (String, bool) {
    let mut units = Vec::with_capacity(raw.len());
    let mut characters = raw.chars().peekable();
    let push = |units: &mut Vec<u16>, character: char| units.extend_from_slice(character.encode_utf16(&mut [0; 2]));
    while let Some(character) = characters.next() {
        if character != '\\' {
            push(&mut units, character);
            continue;
        }
        match characters.next() {
            Some('n') => units.push(0x0a),
            Some('r') => units.push(0x0d),
            Some('t') => units.push(0x09),
            Some('b') => units.push(0x08),
            Some('v') => units.push(0x0b),
            Some('f') => units.push(0x0c),
            Some('0') => units.push(0),
            Some('\r') => {
                characters.next_if_eq(&'\n');
            }
            Some(kind @ ('x' | 'u')) => {
                let braced = kind == 'u' && characters.next_if_eq(&'{').is_some();
                let limit = match (kind, braced) {
                    ('x', _) => 2,
                    (_, false) => 4,
                    _ => usize::MAX,
                };
                let mut code: u32 = 0;
                let mut length = 0;
                while length < limit
                    && let Some(digit) = characters.peek().and_then(|it| it.to_digit(16))
                {
                    code = code.saturating_mul(16).saturating_add(digit);
                    length += 1;
                    characters.next();
                }
                if braced {
                    characters.next_if_eq(&'}');
                }
                match char::from_u32(code) {
                    Some(character) => push(&mut units, character),
                    None => units.push(code as u16),
                }
            }
            Some(character) if is_line_terminator(character) => {}
            Some(character) => push(&mut units, character),
            None => {}
        }
    }
    match String::from_utf16(&units) {
        Ok(text) => (text, false),
        Err(_) => (String::from_utf16_lossy(&units), true),
    }
}
