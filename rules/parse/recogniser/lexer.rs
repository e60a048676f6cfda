//! The lexer: reads tokens, one ahead of the parser.
//!
//! A slash divides or opens a regular expression by acorn's heuristic, which decides while reading, from the tokens
//! before it: a stack of the brackets and functions around, and a flag that says whether an expression may begin. Where
//! that heuristic errs, so must this one, or the verdicts differ.

mod strings;

use std::borrow::Cow;

use oxc_syntax::{
    identifier::{is_identifier_part, is_identifier_start},
    line_terminator::is_line_terminator,
};

use super::{Halt, LOOK_AHEAD_BYTES, Recogniser, token::Token};
use crate::estree::is_white_space;

/// The construct around the next token, as far as the slash heuristic cares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Context {
    BlockBrace,
    ObjectBrace,
    TemplateBrace,
    StatementParen,
    ExpressionParen,
    Template,
    FunctionStatement,
    FunctionExpression,
    GeneratorStatement,
    GeneratorExpression,
}

impl Context {
    fn is_expression(self) -> bool {
        matches!(
            self,
            Self::ObjectBrace
                | Self::ExpressionParen
                | Self::Template
                | Self::FunctionExpression
                | Self::GeneratorExpression
        )
    }

    fn is_function(self) -> bool {
        matches!(
            self,
            Self::FunctionStatement | Self::FunctionExpression | Self::GeneratorStatement | Self::GeneratorExpression
        )
    }
}

/// Returns the offset of the first character at or after `offset` that is neither white space nor in a comment, and
/// whether a line ended on the way. A comment that does not end is not skipped.
pub(crate) fn skip_trivia(source: &str, mut offset: usize) -> (usize, bool) {
    let bytes = source.as_bytes();
    let mut saw_line_end = false;
    while let Some(&byte) = bytes.get(offset) {
        match byte {
            b' ' | b'\t' | 0x0b | 0x0c => offset += 1,
            b'\n' | b'\r' => {
                saw_line_end = true;
                offset += 1;
            }
            b'/' if bytes.get(offset + 1) == Some(&b'/') => offset = end_of_line(source, offset + 2),
            b'/' if bytes.get(offset + 1) == Some(&b'*') => {
                let Some(length) = memchr::memmem::find(&bytes[offset + 2..], b"*/") else { break };
                saw_line_end |= source[offset + 2..offset + 2 + length].contains(is_line_terminator);
                offset += length + 4;
            }
            0x80.. => {
                let Some(character) = source[offset..].chars().next().filter(|&it| is_white_space(it)) else { break };
                saw_line_end |= is_line_terminator(character);
                offset += character.len_utf8();
            }
            _ => break,
        }
    }
    (offset, saw_line_end)
}

/// Returns the offset of the first line terminator at or after `offset`, or of the end.
pub(super) fn end_of_line(source: &str, offset: usize) -> usize {
    source[offset..].find(is_line_terminator).map_or(source.len(), |length| offset + length)
}

impl<'a> Recogniser<'a> {
    /// Advances to the next token. A keyword written with escapes is refused here, when it is left.
    pub(super) fn next(&mut self) -> Result<(), Halt> {
        if self.token.is_keyword() && self.word_has_escape {
            return self.raise(self.start, format!("Escape sequence in keyword {}", self.word));
        }
        self.next_after_name()
    }

    /// Advances from a token that is used as a name, where keywords are ordinary words.
    pub(super) fn next_after_name(&mut self) -> Result<(), Halt> {
        self.previous_start = self.start;
        self.previous_end = self.end;
        self.read_token()
    }

    /// Reads a token at the reading position.
    pub(super) fn read_token(&mut self) -> Result<(), Halt> {
        let in_template = self.contexts.last() == Some(&Context::Template);
        self.line_ended = false;
        if !in_template {
            (self.position, self.line_ended) = skip_trivia(self.source, self.position);
            if self.source[self.position..].starts_with("/*") {
                self.start = self.position;
                return self.raise(self.position, "Unterminated comment");
            }
        }
        self.start = self.position;
        let words = std::mem::take(&mut self.words);
        let Some(character) = self.current_char() else {
            self.finish(Token::Eof);
            return Ok(());
        };
        if in_template {
            return self.read_template_token();
        }
        if is_identifier_start(character) || character == '\\' {
            self.word = self.read_word()?;
            self.words = words + 1;
            self.reread_bytes += LOOK_AHEAD_BYTES * self.words;
            self.finish(Token::keyword(self.word).unwrap_or(Token::Name));
            return Ok(());
        }
        self.read_punctuator_or_literal(character)
    }

    /// Reads a regular expression whose opening slash is directly before the reading position.
    pub(super) fn read_regexp(&mut self) -> Result<(), Halt> {
        let start = self.position;
        let mut in_class = false;
        let mut escaped = false;
        loop {
            let character = match self.current_char() {
                Some(character) if !is_line_terminator(character) => character,
                _ => return self.raise(start, "Unterminated regular expression"),
            };
            match character {
                _ if escaped => escaped = false,
                '\\' => escaped = true,
                '[' => in_class = true,
                ']' => in_class = false,
                '/' if !in_class => break,
                _ => {}
            }
            self.position += character.len_utf8();
        }
        let pattern = &self.source[start..self.position];
        self.position += 1;
        let flags_start = self.position;
        let flags = self.read_word()?;
        if self.word_has_escape {
            return self.unexpected_at(flags_start);
        }
        if let Err(message) = super::regexp::validate(pattern, flags) {
            return self.raise(start, message);
        }
        self.finish(Token::Regexp);
        Ok(())
    }

    pub(super) fn current_char(&self) -> Option<char> {
        match self.byte_at(self.position)? {
            byte if byte.is_ascii() => Some(byte as char),
            _ => self.source[self.position..].chars().next(),
        }
    }

    fn byte_at(&self, offset: usize) -> Option<u8> {
        self.source.as_bytes().get(offset).copied()
    }

    fn read_punctuator_or_literal(&mut self, character: char) -> Result<(), Halt> {
        let following = |distance: usize| self.byte_at(self.position + distance);
        let (token, length) = match character {
            '.' if following(1).is_some_and(|byte| byte.is_ascii_digit()) => return self.read_number(),
            '.' if following(1) == Some(b'.') && following(2) == Some(b'.') => (Token::Ellipsis, 3),
            '.' => (Token::Dot, 1),
            '(' => (Token::ParenL, 1),
            ')' => (Token::ParenR, 1),
            ';' => (Token::Semi, 1),
            ',' => (Token::Comma, 1),
            '[' => (Token::BracketL, 1),
            ']' => (Token::BracketR, 1),
            '{' => (Token::BraceL, 1),
            '}' => (Token::BraceR, 1),
            ':' => (Token::Colon, 1),
            '`' => (Token::BackQuote, 1),
            '~' => (Token::Prefix, 1),
            '0' if matches!(following(1), Some(b'x' | b'X')) => return self.read_radix_number(16),
            '0' if matches!(following(1), Some(b'o' | b'O')) => return self.read_radix_number(8),
            '0' if matches!(following(1), Some(b'b' | b'B')) => return self.read_radix_number(2),
            '0'..='9' => return self.read_number(),
            '"' | '\'' => return self.read_string(character),
            '/' if self.expression_allowed => {
                self.position += 1;
                return self.read_regexp();
            }
            '/' if following(1) == Some(b'=') => (Token::Assign, 2),
            '/' => (Token::Slash, 1),
            '%' if following(1) == Some(b'=') => (Token::Assign, 2),
            '%' => (Token::Modulo, 1),
            '*' if following(1) == Some(b'*') && following(2) == Some(b'=') => (Token::Assign, 3),
            '*' if following(1) == Some(b'*') => (Token::StarStar, 2),
            '*' if following(1) == Some(b'=') => (Token::Assign, 2),
            '*' => (Token::Star, 1),
            '|' | '&' => {
                let (single, double) = if character == '|' {
                    (Token::BitwiseOr, Token::LogicalOr)
                } else {
                    (Token::BitwiseAnd, Token::LogicalAnd)
                };
                match following(1) {
                    Some(b'=') => (Token::Assign, 2),
                    Some(byte) if byte as char == character && following(2) == Some(b'=') => (Token::Assign, 3),
                    Some(byte) if byte as char == character => (double, 2),
                    _ => (single, 1),
                }
            }
            '^' if following(1) == Some(b'=') => (Token::Assign, 2),
            '^' => (Token::BitwiseXor, 1),
            '+' | '-' => match following(1) {
                Some(b'=') => (Token::Assign, 2),
                Some(byte) if byte as char == character => (Token::IncDec, 2),
                _ => (Token::PlusMinus, 1),
            },
            '<' | '>' if following(1) == Some(character as u8) => {
                let length = if character == '>' && following(2) == Some(b'>') { 3 } else { 2 };
                match following(length) {
                    Some(b'=') => (Token::Assign, length + 1),
                    _ => (Token::BitShift, length),
                }
            }
            '<' | '>' => (Token::Relational, if following(1) == Some(b'=') { 2 } else { 1 }),
            '=' | '!' if following(1) == Some(b'=') => {
                (Token::Equality, if following(2) == Some(b'=') { 3 } else { 2 })
            }
            '=' if following(1) == Some(b'>') => (Token::Arrow, 2),
            '=' => (Token::Eq, 1),
            '!' => (Token::Prefix, 1),
            // At the very end of the text acorn reads `?.` as two tokens.
            '?' if following(1) == Some(b'.') && following(2).is_some_and(|byte| !byte.is_ascii_digit()) => {
                (Token::QuestionDot, 2)
            }
            '?' if following(1) == Some(b'?') && following(2) == Some(b'=') => (Token::Assign, 3),
            '?' if following(1) == Some(b'?') => (Token::Coalesce, 2),
            '?' => (Token::Question, 1),
            '#' => return self.read_private_name(),
            _ => return self.raise(self.position, format!("Unexpected character '{character}'")),
        };
        self.position += length;
        self.finish(token);
        Ok(())
    }

    fn read_private_name(&mut self) -> Result<(), Halt> {
        self.position += 1;
        match self.current_char() {
            Some(character) if is_identifier_start(character) || character == '\\' => {
                self.word = self.read_word()?;
                self.finish(Token::PrivateName);
                Ok(())
            }
            // At the end of the text acorn computes with "not a number" and names the character U+10000.
            character => {
                let character = character.unwrap_or('\u{10000}');
                self.raise(self.position, format!("Unexpected character '{character}'"))
            }
        }
    }

    /// Reads the rest of an identifier, with its escapes resolved.
    fn read_word(&mut self) -> Result<&'a str, Halt> {
        self.word_has_escape = false;
        let start = self.position;
        let mut word: Cow<'a, str> = Cow::Borrowed("");
        let mut chunk_start = start;
        while let Some(character) = self.current_char() {
            if is_identifier_part(character) {
                self.position += character.len_utf8();
            } else if character == '\\' {
                self.word_has_escape = true;
                let escape_start = self.position;
                word.to_mut().push_str(&self.source[chunk_start..escape_start]);
                self.position += 1;
                if self.byte_at(self.position) != Some(b'u') {
                    return self.raise(self.position, "Expecting Unicode escape sequence \\uXXXX");
                }
                self.position += 1;
                let code = match self.read_code_point() {
                    Ok(code) => code,
                    Err(escape) => return self.raise(escape.offset, escape.message),
                };
                let is_first = escape_start == start;
                let is_valid = if is_first { is_identifier_start } else { is_identifier_part };
                match char::from_u32(code).filter(|&it| is_valid(it)) {
                    Some(character) => word.to_mut().push(character),
                    None => return self.raise(escape_start, "Invalid Unicode escape"),
                }
                chunk_start = self.position;
            } else {
                break;
            }
        }
        let rest = &self.source[chunk_start..self.position];
        if !self.word_has_escape {
            return Ok(rest);
        }
        word.to_mut().push_str(rest);
        Ok(self.allocator.alloc_str(&word))
    }

    fn read_radix_number(&mut self, radix: u32) -> Result<(), Halt> {
        let digits = self.position + 2;
        self.position = digits;
        self.read_digits(radix, false)?;
        if self.position == digits {
            return self.raise(digits, format!("Expected number in radix {radix}"));
        }
        // After the `n` of such a number an identifier may follow, unlike anywhere else.
        if self.byte_at(self.position) == Some(b'n') {
            self.position += 1;
        } else {
            self.expect_no_identifier()?;
        }
        self.finish(Token::Num);
        Ok(())
    }

    fn read_number(&mut self) -> Result<(), Halt> {
        let start = self.position;
        let starts_with_dot = self.byte_at(start) == Some(b'.');
        if !starts_with_dot {
            let starts_with_zero = self.byte_at(start) == Some(b'0');
            self.read_digits(10, starts_with_zero)?;
            if starts_with_zero && self.position - start >= 2 {
                return self.raise(start, "Invalid number");
            }
            if self.byte_at(self.position) == Some(b'n') {
                self.position += 1;
                self.expect_no_identifier()?;
                self.finish(Token::Num);
                return Ok(());
            }
        }
        if self.byte_at(self.position) == Some(b'.') {
            self.position += 1;
            self.read_digits(10, false)?;
        }
        if matches!(self.byte_at(self.position), Some(b'e' | b'E')) {
            self.position += 1;
            if matches!(self.byte_at(self.position), Some(b'+' | b'-')) {
                self.position += 1;
            }
            let exponent = self.position;
            self.read_digits(10, false)?;
            if self.position == exponent {
                return self.raise(start, "Invalid number");
            }
        }
        self.expect_no_identifier()?;
        self.finish(Token::Num);
        Ok(())
    }

    fn expect_no_identifier(&mut self) -> Result<(), Halt> {
        if self.current_char().is_some_and(is_identifier_start) {
            return self.raise(self.position, "Identifier directly after number");
        }
        Ok(())
    }

    /// Skips digits and the separators between them.
    fn read_digits(&mut self, radix: u32, is_legacy_octal: bool) -> Result<(), Halt> {
        let start = self.position;
        let mut last = 0;
        while let Some(byte) = self.byte_at(self.position) {
            if byte == b'_' {
                if is_legacy_octal {
                    let message = "Numeric separator is not allowed in legacy octal numeric literals";
                    return self.raise(self.position, message);
                }
                if last == b'_' {
                    return self.raise(self.position, "Numeric separator must be exactly one underscore");
                }
                if self.position == start {
                    return self.raise(start, "Numeric separator is not allowed at the first of digits");
                }
            } else if !(byte as char).is_digit(radix) {
                break;
            }
            last = byte;
            self.position += 1;
        }
        if last == b'_' {
            return self.raise(self.position - 1, "Numeric separator is not allowed at the last of digits");
        }
        Ok(())
    }

    /// Makes the text since the start of the token the current token.
    fn finish(&mut self, token: Token) {
        self.end = self.position;
        let previous = std::mem::replace(&mut self.token, token);
        self.update_context(previous);
    }

    fn update_context(&mut self, previous: Token) {
        self.expression_allowed = match self.token {
            token if token.is_keyword() && previous == Token::Dot => false,
            Token::ParenR | Token::BraceR => self.leave_context(),
            Token::BraceL => {
                let context = if self.is_block_brace(previous) { Context::BlockBrace } else { Context::ObjectBrace };
                self.contexts.push(context);
                true
            }
            Token::DollarBraceL => {
                self.contexts.push(Context::TemplateBrace);
                true
            }
            Token::ParenL => {
                let is_statement = matches!(previous, Token::If | Token::For | Token::With | Token::While);
                self.contexts.push(if is_statement { Context::StatementParen } else { Context::ExpressionParen });
                true
            }
            Token::IncDec => self.expression_allowed,
            Token::Function | Token::Class => {
                self.contexts.push(if self.is_expression_position(previous) {
                    Context::FunctionExpression
                } else {
                    Context::FunctionStatement
                });
                false
            }
            Token::Colon => {
                if self.contexts.last().is_some_and(|context| context.is_function()) {
                    self.contexts.pop();
                }
                true
            }
            Token::BackQuote => {
                if self.contexts.last() == Some(&Context::Template) {
                    self.contexts.pop();
                } else {
                    self.contexts.push(Context::Template);
                }
                false
            }
            Token::Star => {
                if previous == Token::Function
                    && let Some(context) = self.contexts.last_mut()
                {
                    *context = match context {
                        Context::FunctionExpression => Context::GeneratorExpression,
                        _ => Context::GeneratorStatement,
                    };
                }
                true
            }
            Token::Name => {
                previous != Token::Dot
                    && (self.word == "of" && !self.expression_allowed
                        || self.word == "yield" && self.is_in_generator_context())
            }
            token => token.is_before_expression(),
        };
    }

    fn leave_context(&mut self) -> bool {
        if self.contexts.len() == 1 {
            return true;
        }
        let mut left = self.contexts.pop();
        if left == Some(Context::BlockBrace) && self.contexts.last().is_some_and(|context| context.is_function()) {
            left = self.contexts.pop();
        }
        !left.is_some_and(Context::is_expression)
    }

    fn is_block_brace(&self, previous: Token) -> bool {
        let parent = self.contexts.last().copied();
        match previous {
            _ if matches!(parent, Some(Context::FunctionExpression | Context::FunctionStatement)) => true,
            Token::Colon if matches!(parent, Some(Context::BlockBrace | Context::ObjectBrace)) => {
                parent == Some(Context::BlockBrace)
            }
            Token::Return => self.line_ended,
            // A name after which an expression may begin is `of` or `yield`.
            Token::Name if self.expression_allowed => self.line_ended,
            Token::Else | Token::Semi | Token::Eof | Token::ParenR | Token::Arrow => true,
            Token::BraceL => parent == Some(Context::BlockBrace),
            Token::Var | Token::Const | Token::Name => false,
            _ => !self.expression_allowed,
        }
    }

    /// Returns whether a `function` or `class` after `previous` is an expression.
    fn is_expression_position(&self, previous: Token) -> bool {
        let parent = self.contexts.last();
        previous.is_before_expression()
            && match previous {
                Token::Else => false,
                Token::Semi => parent == Some(&Context::StatementParen),
                Token::Return => !self.line_ended,
                Token::Colon | Token::BraceL => parent != Some(&Context::BlockBrace),
                _ => true,
            }
    }

    fn is_in_generator_context(&self) -> bool {
        self.contexts[1.min(self.contexts.len())..]
            .iter()
            .rev()
            .find(|context| context.is_function())
            .is_some_and(|context| matches!(context, Context::GeneratorStatement | Context::GeneratorExpression))
    }
}
