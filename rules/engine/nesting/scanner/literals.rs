//! Numbers, strings, templates, comments and regular expressions.

use super::{Last, Scanner, Sort};
use crate::engine::nesting::lookahead::{DubiousSlash, comment_length, line_length, regular_expression};

impl<'a> Scanner<'a> {
    /// Skips the rest of a number after its first digits; the next dot may belong to it.
    pub(super) fn number(&mut self, start: usize) {
        let is_decimal = self.bytes[start..self.at].iter().all(|byte| byte.is_ascii_digit() || *byte == b'_');
        // `.0` already has its dot.
        if is_decimal && self.last != Last::Dot && self.bytes.get(self.at) == Some(&b'.') {
            self.doubt(self.bytes[start] == b'0' && self.at > start + 1);
            self.at += 1;
            self.skip_word();
        }
        // `0in a` is a number and a keyword.
        let is_part = |byte: &u8| byte.is_ascii_hexdigit() || b"._bBeEnoOxX".contains(byte);
        self.doubt(!self.bytes[start..self.at].iter().all(is_part));
        self.token(Last::Operand);
    }

    /// Skips to the end of the line, all of it a comment.
    pub(super) fn skip_line(&mut self) {
        self.at += line_length(&self.bytes[self.at..]);
    }

    /// Skips to the next of three bytes and returns it; to the end of the text where there is none.
    pub(super) fn skip_to(&mut self, bytes: [u8; 3]) -> Option<u8> {
        let [one, two, three] = bytes;
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        self.at += memchr::memchr3(one, two, three, rest).unwrap_or(rest.len());
        self.bytes.get(self.at).copied()
    }

    pub(super) fn string(&mut self, quote: u8) {
        self.at += 1;
        loop {
            match self.skip_to([quote, b'\\', b'\n']) {
                Some(b'\\') if self.bytes[self.at + 1..].starts_with(b"\r\n") => self.at += 3,
                Some(b'\\') => self.at += 2,
                Some(b'\n') | None => return self.give_up(),
                Some(_) => return self.mark(Last::Operand),
            }
        }
    }

    /// Skips to the end of the text, because the parser stops here.
    pub(super) fn give_up(&mut self) {
        self.at = self.bytes.len();
    }

    /// Skips a template up to its end or its next insertion.
    pub(super) fn template_rest(&mut self) {
        while let Some(byte) = self.skip_to([b'`', b'\\', b'$']) {
            match byte {
                b'\\' => self.at += 2,
                b'`' => return self.mark(Last::Operand),
                _ if self.bytes.get(self.at + 1) == Some(&b'{') => {
                    self.at += 2;
                    self.token(Last::Operand);
                    return self.open(Sort::Template, Last::Operator);
                }
                _ => self.at += 1,
            }
        }
        self.at = self.bytes.len();
    }

    pub(super) fn slash(&mut self) {
        let rest = &self.bytes[self.at..];
        match (rest.get(1), self.last) {
            (Some(b'/'), _) => self.skip_line(),
            (Some(b'*'), _) => {
                let end = comment_length(rest);
                self.new_line |= memchr::memchr3(b'\n', b'\r', 0xE2, &rest[..end]).is_some();
                self.at += end;
            }
            _ if self.is_in_tag() && self.last == Last::Tag => {
                self.level.sort = Sort::ClosingTag;
                self.mark(Last::Operator);
            }
            _ if self.is_in_tag() => self.mark(Last::SelfClosing),
            (_, Last::Separator | Last::Opening | Last::Colon | Last::Parameters | Last::Operator) => {
                self.regular_expression();
            }
            (_, Last::Label | Last::Operand) if !self.new_line => self.operator(b'/'),
            _ => self.divide_or_not(),
        }
    }

    /// Skips a slash that may divide or begin a regular expression.
    pub(super) fn divide_or_not(&mut self) {
        let rest = &self.bytes[self.at..];
        let slash = DubiousSlash::of(rest);
        let (DubiousSlash::Harmless(length) | DubiousSlash::Doubtful(length)) = slash else {
            return self.operator(b'/');
        };
        let hides = matches!(slash, DubiousSlash::Doubtful(_));
        self.doubt(hides || self.has_tags && rest[..length].contains(&b'<'));
        self.count_operators(length);
        self.at += length;
        self.token(Last::DubiousOperator);
    }

    pub(super) fn regular_expression(&mut self) {
        if let Some(length) = regular_expression(&self.bytes[self.at..]) {
            self.at += length;
            self.token(Last::Operand);
        } else {
            self.give_up();
        }
    }
}
