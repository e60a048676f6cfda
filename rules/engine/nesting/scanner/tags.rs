//! Tags of JSX and the text between them.

use super::{Last, Scanner, Sort};
use crate::engine::nesting::word::WORD_BYTES;

impl<'a> Scanner<'a> {
    pub(super) fn is_in_tag(&self) -> bool {
        matches!(self.level.sort, Sort::Tag | Sort::ClosingTag)
    }

    pub(super) fn open_tag(&mut self) {
        self.open(Sort::Tag, Last::Tag);
        self.at += 1;
    }

    /// Skips a text between tags.
    pub(super) fn text(&mut self) {
        let rest = &self.bytes[self.at..];
        self.at += memchr::memchr2(b'<', b'{', rest).unwrap_or(rest.len());
        match self.bytes.get(self.at) {
            Some(b'<') => self.open_tag(),
            Some(_) => self.open_bracket(Last::Operator),
            None => {}
        }
    }

    /// Skips a token within a tag.
    pub(super) fn tag(&mut self, byte: u8) {
        match byte {
            // It has no escapes.
            b'\'' | b'"' => {
                let rest = &self.bytes[self.at + 1..];
                self.at += memchr::memchr(byte, rest).map_or(rest.len() + 1, |end| end + 2);
                self.token(Last::Operand);
            }
            b'>' => self.end_tag(),
            b'<' if self.has_types && self.last.is_operand() => {
                self.open(Sort::Arguments, Last::Operator);
                self.at += 1;
            }
            b'<' => self.open_tag(),
            byte if WORD_BYTES[usize::from(byte)] != 0 => {
                if let Some(word) = self.skip_word() {
                    self.doubt(word.contains(&b'\\'));
                    self.token(Last::Operand);
                }
            }
            _ => self.mark(Last::Operator),
        }
    }

    pub(super) fn end_tag(&mut self) {
        self.at += 1;
        let is_self_closing = self.last == Last::SelfClosing;
        let tag = self.leave();
        if tag.sort == Sort::Tag && !is_self_closing {
            self.open(Sort::Children, Last::Operator);
        } else if tag.sort == Sort::ClosingTag {
            let closed = self.leave();
            self.doubt(closed.sort != Sort::Children);
        }
        self.resume_after(Last::Operand);
    }
}
