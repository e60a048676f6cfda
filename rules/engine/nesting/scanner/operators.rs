//! Operators.

use super::{Last, Scanner, Sort};
use crate::engine::nesting::lookahead::are_type_parameters;

impl<'a> Scanner<'a> {
    pub(super) fn dots(&mut self) {
        let dots = self.bytes[self.at..].iter().take_while(|&&byte| byte == b'.').count();
        self.count_operators(dots);
        self.doubt(!matches!(dots, 1 | 3));
        self.token(if dots == 1 { Last::Dot } else { Last::Operator });
        self.at += dots;
    }

    pub(super) fn operator(&mut self, byte: u8) {
        let rest = &self.bytes[self.at..];
        if matches!(byte, b'+' | b'-') && rest.get(1) == Some(&byte) {
            // An HTML comment, unless the text turns out to be a module.
            self.doubt(self.has_types && self.new_line && rest.starts_with(b"-->"));
            self.count_operators(2);
            self.token(match self.last {
                _ if self.new_line => Last::Operator,
                Last::Label | Last::Operand => Last::Operand,
                Last::Brace | Last::DubiousOperand => Last::DubiousOperand,
                Last::DubiousOperator => Last::DubiousOperator,
                _ => Last::Operator,
            });
            self.at += 2;
            return;
        }
        if byte == b'!' && rest.get(1) != Some(&b'=') && self.has_types && self.last.is_operand() && !self.new_line {
            // `a!`, an assertion that the value is not null.
            self.count_operators(1);
            let is_certain = matches!(self.last, Last::Label | Last::Operand);
            return self.mark(if is_certain { Last::Operand } else { Last::DubiousOperator });
        }
        if rest.starts_with(b"<<") && (!self.has_types || self.last.is_operand()) {
            // A shift, or the parameters of a function type among a type's arguments: `a<<B>() => c>()`.
            if self.has_types {
                self.begin_try();
                self.level.angles += 2;
            }
            self.count_operators(2);
            self.token(Last::Operator);
            self.at += 2;
            return;
        }
        // `a<b>()`, `<a,>() => b`, and `a ? (b) : c => d`, which may be an arrow function that returns a `c`.
        if self.has_types && matches!(byte, b'<' | b'?') {
            self.begin_try();
        }
        if byte == b'<' {
            // An HTML comment, or a tag where a comparison is possible.
            let is_dubious = matches!(self.last, Last::Brace | Last::DubiousOperand | Last::DubiousOperator)
                || self.last.is_operand() && self.new_line;
            self.doubt(rest.starts_with(b"<!--") || self.has_tags && is_dubious);
        }
        if byte == b'<' && self.has_tags && !self.last.is_operand() && !(self.has_types && are_type_parameters(rest)) {
            // Possibly a function type with parameters of its own.
            self.doubt(self.is_in_type());
            return self.open_tag();
        }
        let is_arrow = byte == b'>' && self.bytes[..self.at].ends_with(b"=");
        if byte == b'>' && self.level.sort == Sort::Arguments && !is_arrow {
            self.close();
            return self.token(Last::Operand);
        }
        if byte == b'<' {
            self.level.angles += 1;
        } else if byte == b'>' && !is_arrow {
            self.level.angles = self.level.angles.saturating_sub(1);
        } else if self.ends_types(rest) {
            self.level.angles = 0;
        }
        self.count_operators(1);
        let is_default = byte == b'=' && (self.level.pattern || self.level.is_type && rest.get(1) != Some(&b'>'));
        if is_default || byte == b'@' && self.level.is_type {
            self.begin_value();
        }
        // A class after decorators may begin a line in the middle of an expression.
        self.doubt(byte == b'@' && !self.has_types);
        self.mark(match byte {
            b'>' if is_arrow => Last::Opening,
            b'>' if self.has_types => Last::Angle,
            _ => Last::Operator,
        });
    }
}
