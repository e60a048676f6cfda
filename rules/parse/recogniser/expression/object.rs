//! Objects, their properties, and names.

use super::{ForHead, Key, KeyName};
use crate::parse::recogniser::{
    Doubts, Recogniser, Step,
    node::{Kind, List, Node},
    token::Token,
};

impl<'a> Recogniser<'a> {
    /// Reads an object literal or an object pattern.
    pub(crate) fn object(&mut self, is_pattern: bool, mut doubts: Option<&mut Doubts>) -> Step<Node<'a>> {
        let start = self.start;
        let base = self.pending.len();
        let mut has_proto = false;
        let mut is_first = true;
        self.next()?;
        while !self.eat(Token::BraceR)? {
            if !std::mem::take(&mut is_first) {
                self.expect(Token::Comma)?;
                if self.eat(Token::BraceR)? {
                    break;
                }
            }
            let (property, proto_key) = self.property(is_pattern, doubts.as_deref_mut())?;
            self.pending.push(property);
            if let Some(key_start) = proto_key.filter(|_| !is_pattern)
                && std::mem::replace(&mut has_proto, true)
            {
                match doubts.as_deref_mut() {
                    Some(doubts) => {
                        doubts.second_proto.get_or_insert(key_start);
                    }
                    None => return self.raise(key_start as usize, "Redefinition of __proto__ property"),
                }
            }
        }
        let properties = self.close_list(base);
        let kind = if is_pattern { Kind::ObjectPattern(properties) } else { Kind::Object(properties) };
        Ok(self.node(start, kind))
    }

    /// Reads a property. Returns it, and the offset of its key if it is `__proto__: …`.
    pub(super) fn property(
        &mut self,
        is_pattern: bool,
        mut doubts: Option<&mut Doubts>,
    ) -> Step<(Node<'a>, Option<u32>)> {
        let start = self.start;
        if self.eat(Token::Ellipsis)? {
            let argument =
                if is_pattern { self.identifier()? } else { self.assignment(ForHead::No, doubts.as_deref_mut())? };
            let argument = self.store(argument);
            if self.token == Token::Comma {
                if is_pattern {
                    return self.raise(self.start, "Comma is not permitted after the rest element");
                }
                if let Some(doubts) = doubts {
                    doubts.comma_after_rest.get_or_insert(self.start as u32);
                }
            }
            let kind = if is_pattern { Kind::Rest(argument) } else { Kind::Spread(argument) };
            return Ok((self.node(start, kind), None));
        }
        let mut is_generator = !is_pattern && self.eat(Token::Star)?;
        let has_escape = self.word_has_escape;
        let mut key = self.property_name()?;
        let is_async = !is_pattern && !has_escape && !is_generator && self.is_async_method(key);
        if is_async {
            is_generator = self.eat(Token::Star)?;
            key = self.property_name()?;
        }
        let is_plain = !is_generator && !is_async;

        let mut proto_key = None;
        let mut is_accessor = false;
        let value = match (self.token, key.name) {
            (Token::Colon, _) if is_plain => {
                self.next()?;
                proto_key = key.is_named("__proto__").then_some(key.start);
                if is_pattern { self.binding_element()? } else { self.assignment(ForHead::No, doubts)? }
            }
            (Token::ParenL, _) if !is_pattern => {
                let value_start = self.start;
                self.method(is_generator, is_async, false)?;
                self.node(value_start, Kind::Other)
            }
            (token, KeyName::Identifier(kind @ ("get" | "set")))
                if !is_pattern
                    && is_plain
                    && !has_escape
                    && !matches!(token, Token::Comma | Token::BraceR | Token::Eq | Token::Colon | Token::ParenL) =>
            {
                is_accessor = true;
                key = self.property_name()?;
                let value_start = self.start;
                let parameters = self.method(false, false, false)?;
                self.check_accessor(kind, value_start, parameters)?;
                self.node(value_start, Kind::Other)
            }
            (token, KeyName::Identifier(name)) if is_plain && !matches!(token, Token::Colon | Token::ParenL) => {
                self.check_unreserved(name, key.start as usize)?;
                let name = Node { kind: Kind::Identifier(name), start: key.start, end: key.end };
                match doubts {
                    _ if is_pattern => self.with_default(start, name)?,
                    Some(doubts) if self.token == Token::Eq => {
                        doubts.shorthand_default.get_or_insert(self.start as u32);
                        self.with_default(start, name)?
                    }
                    _ => name,
                }
            }
            _ => return self.unexpected(),
        };
        let value = self.store(value);
        let kind = Kind::Property { is_accessor, key_start: key.start, value };
        Ok((self.node(start, kind), proto_key))
    }

    pub(super) fn is_async_method(&self, key: Key) -> bool {
        matches!(key.name, KeyName::Identifier("async"))
            && !self.line_ended
            && (self.token.is_keyword()
                || matches!(self.token, Token::Name | Token::Num | Token::String | Token::BracketL | Token::Star))
    }

    pub(crate) fn check_accessor(&mut self, kind: &str, start: usize, parameters: List) -> Step {
        if kind == "get" {
            return match parameters.len() {
                0 => Ok(()),
                _ => self.raise(start, "getter should have no params"),
            };
        }
        if parameters.len() != 1 {
            return self.raise(start, "setter should have exactly one param");
        }
        match parameters.iter().next().map(|id| self.get(id)) {
            Some(Node { kind: Kind::Rest(_), start, .. }) => {
                self.raise(start as usize, "Setter cannot use rest params")
            }
            _ => Ok(()),
        }
    }

    pub(crate) fn property_name(&mut self) -> Step<Key<'a>> {
        let mut start = self.start as u32;
        let name = match self.token {
            Token::BracketL => {
                self.next()?;
                start = self.assignment(ForHead::No, None)?.start;
                self.expect(Token::BracketR)?;
                KeyName::Computed
            }
            Token::String => {
                let text = self.string.text;
                self.next()?;
                KeyName::String(text)
            }
            Token::Num => {
                self.next()?;
                KeyName::Number
            }
            _ => {
                let text = self.word;
                self.identifier_name()?;
                KeyName::Identifier(text)
            }
        };
        Ok(Key { start, end: self.previous_end as u32, name })
    }

    /// Reads a name that is not a reserved word.
    pub(crate) fn identifier(&mut self) -> Step<Node<'a>> {
        let node = self.identifier_or_keyword()?;
        if let Kind::Identifier(name) = node.kind {
            self.check_unreserved(name, node.start as usize)?;
        }
        Ok(node)
    }

    /// Reads a name that may be a reserved word, as after a dot.
    pub(crate) fn identifier_name(&mut self) -> Step<Node<'a>> {
        self.identifier_or_keyword()
    }

    pub(super) fn identifier_or_keyword(&mut self) -> Step<Node<'a>> {
        let name = self.word;
        if self.token.is_keyword() {
            // As a name the keyword opens nothing. After a dot the lexer already knew that.
            let is_after_dot = &self.source[self.previous_start..self.previous_end] == ".";
            if matches!(self.token, Token::Class | Token::Function) && !is_after_dot {
                self.contexts.pop();
            }
            self.token = Token::Name;
        } else if self.token != Token::Name {
            return self.unexpected();
        }
        let start = self.start;
        self.next_after_name()?;
        Ok(self.node(start, Kind::Identifier(name)))
    }

    pub(crate) fn check_unreserved(&mut self, name: &str, start: usize) -> Step {
        let message = match name {
            "yield" if self.in_generator() => "Cannot use 'yield' as identifier inside a generator",
            "await" if self.in_async() => "Cannot use 'await' as identifier inside an async function",
            "arguments" if self.in_field() => "Cannot use 'arguments' in class field initializer",
            "arguments" if self.in_static_block() => "Cannot use arguments in class static initialization block",
            "await" if self.in_static_block() => "Cannot use await in class static initialization block",
            "await" => "Cannot use keyword 'await' outside an async function",
            _ if Token::keyword(name).is_some() => {
                return self.raise(start, format!("Unexpected keyword '{name}'"));
            }
            "enum" | "implements" | "interface" | "let" | "package" | "private" | "protected" | "public" | "static"
            | "yield" => return self.raise(start, format!("The keyword '{name}' is reserved")),
            _ => return Ok(()),
        };
        self.raise(start, message)
    }

    pub(crate) fn private_name(&mut self) -> Step<Node<'a>> {
        if self.token != Token::PrivateName {
            return self.unexpected();
        }
        let start = self.start;
        let name = self.word;
        self.next()?;
        match self.private_names.last_mut() {
            Some(names) => names.used.push((name, start as u32)),
            None => {
                let message = format!("Private field '#{name}' must be declared in an enclosing class");
                return self.raise(start, message);
            }
        }
        Ok(self.node(start, Kind::PrivateName))
    }
}
