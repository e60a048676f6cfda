//! Atoms that begin with a keyword, and templates.

use super::ForHead;
use crate::parse::recogniser::{
    Recogniser, Step,
    node::{Kind, Node},
    token::Token,
};

impl<'a> Recogniser<'a> {
    pub(super) fn super_keyword(&mut self) -> Step<Node<'a>> {
        let start = self.start;
        if !self.allows_super() {
            return self.raise(start, "'super' keyword outside a method");
        }
        self.next()?;
        match self.token {
            Token::ParenL if !self.allows_super_call() => {
                self.raise(start, "super() call outside constructor of a subclass")
            }
            Token::Dot | Token::BracketL | Token::ParenL => Ok(self.node(start, Kind::Super)),
            _ => self.unexpected(),
        }
    }

    pub(super) fn new_expression(&mut self) -> Step<Node<'a>> {
        let start = self.start;
        if self.word_has_escape {
            return self.raise(start, "Escape sequence in keyword new");
        }
        self.next()?;
        if self.token == Token::Dot {
            self.next()?;
            let has_escape = self.word_has_escape;
            let property = self.identifier_name()?;
            if !matches!(property.kind, Kind::Identifier("target")) {
                let message = "The only valid meta property for new is 'new.target'";
                return self.raise(property.start as usize, message);
            }
            if has_escape {
                return self.raise(start, "'new.target' must not contain escaped characters");
            }
            if !self.allows_new_target() {
                let message = "'new.target' can only be used in functions and class static block";
                return self.raise(start, message);
            }
            return Ok(self.node(start, Kind::Other));
        }
        let callee_start = self.start;
        let atom = self.atom(None, ForHead::No, true)?;
        let callee = self.subscripts_of(atom, callee_start, true, ForHead::No)?;
        if matches!(callee.kind, Kind::Super) {
            return self.raise(callee_start, "Invalid use of 'super'");
        }
        if self.eat(Token::ParenL)? {
            self.expression_list(Token::ParenR, false, None)?;
        }
        Ok(self.node(start, Kind::Other))
    }

    /// Reads `import(…)` or `import.meta`.
    pub(super) fn import_expression(&mut self, is_callee: bool) -> Step<Node<'a>> {
        let start = self.start;
        if self.word_has_escape {
            return self.raise(start, "Escape sequence in keyword import");
        }
        self.next()?;
        match self.token {
            Token::ParenL if !is_callee => {
                self.next()?;
                self.assignment(ForHead::No, None)?;
                if !self.eat(Token::ParenR)? {
                    let after_source = self.start;
                    if self.eat(Token::Comma)? && self.eat(Token::ParenR)? {
                        return self.raise(after_source, "Trailing comma is not allowed in import()");
                    }
                    return self.unexpected_at(after_source);
                }
            }
            Token::Dot => {
                self.next()?;
                let has_escape = self.word_has_escape;
                let property = self.identifier_name()?;
                if !matches!(property.kind, Kind::Identifier("meta")) {
                    let message = "The only valid meta property for import is 'import.meta'";
                    return self.raise(property.start as usize, message);
                }
                if has_escape {
                    return self.raise(start, "'import.meta' must not contain escaped characters");
                }
            }
            _ => return self.unexpected(),
        }
        Ok(self.node(start, Kind::Other))
    }

    pub(super) fn template(&mut self, is_tagged: bool) -> Step {
        self.next()?;
        self.template_text(is_tagged)?;
        while self.token != Token::BackQuote {
            if self.token == Token::Eof {
                return self.raise(self.position, "Unterminated template literal");
            }
            self.expect(Token::DollarBraceL)?;
            self.expression(ForHead::No, None)?;
            self.expect(Token::BraceR)?;
            self.template_text(is_tagged)?;
        }
        self.next()
    }

    pub(super) fn template_text(&mut self, is_tagged: bool) -> Step {
        if self.token == Token::InvalidTemplate && !is_tagged {
            return self.raise(self.start, "Bad escape sequence in untagged template literal");
        }
        self.next()
    }
}
