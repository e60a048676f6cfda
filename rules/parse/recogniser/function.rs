//! Functions, methods and classes.

use std::collections::HashMap;

use super::{
    Cost, Recogniser, Seen, Step,
    expression::{ForHead, Key, KeyName},
    lexer::skip_trivia,
    node::{Kind, List, Node},
    scope::{self, Binding},
    token::Token,
};

/// The private names of a class body.
#[derive(Default)]
pub(super) struct PrivateNames<'a> {
    declared: HashMap<&'a str, PrivateElement>,
    /// The names in use and their offsets; some may belong to an outer class.
    pub used: Vec<(&'a str, u32)>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum PrivateElement {
    Getter {
        is_static: bool,
    },
    Setter {
        is_static: bool,
    },
    /// Any other element, or a complete accessor pair: no element may join it.
    Complete,
}

/// The need of a declaration for a name. Only `export default` allows none.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Name {
    Required,
    Optional,
}

/// The parts of a class element before its value.
struct Element<'a> {
    start: usize,
    is_static: bool,
    is_async: bool,
    is_generator: bool,
    /// `get` or `set`.
    accessor: Option<&'a str>,
    key: Key<'a>,
}

impl<'a> Recogniser<'a> {
    /// Reads a function declaration after `function`; returns its name.
    pub(super) fn function_declaration(&mut self, start: usize, is_async: bool, name: Name) -> Step<Option<Node<'a>>> {
        let is_generator = self.eat(Token::Star)?;
        let name = match name {
            Name::Optional if self.token != Token::Name => None,
            _ => {
                let name = self.identifier()?;
                self.check_bound(name, self.function_binding())?;
                Some(name)
            }
        };
        self.function(start, is_async, is_generator, |_| Ok(name))?;
        Ok(name)
    }

    /// Reads a function expression after `function`.
    pub(super) fn function_expression(&mut self, start: usize, is_async: bool) -> Step<Node<'a>> {
        let is_generator = self.eat(Token::Star)?;
        self.function(start, is_async, is_generator, |this| match this.token {
            Token::Name => this.identifier().map(Some),
            _ => Ok(None),
        })?;
        Ok(self.node(start, Kind::Other))
    }

    fn function(
        &mut self,
        start: usize,
        is_async: bool,
        is_generator: bool,
        name: impl FnOnce(&mut Self) -> Step<Option<Node<'a>>>,
    ) -> Step {
        let before = std::mem::take(&mut self.seen);
        self.enter_scope(scope::function_flags(is_async, is_generator));
        let name = name(self)?;
        let parameters = self.parameters()?;
        self.function_body(start, parameters, name)?;
        self.seen = before;
        Ok(())
    }

    /// Reads a method from its parameters on; returns them.
    pub(super) fn method(&mut self, is_generator: bool, is_async: bool, allows_super_call: bool) -> Step<List> {
        let start = self.start;
        let before = std::mem::take(&mut self.seen);
        let direct_super = if allows_super_call { scope::DIRECT_SUPER } else { 0 };
        self.enter_scope(scope::function_flags(is_async, is_generator) | scope::SUPER | direct_super);
        let parameters = self.parameters()?;
        self.function_body(start, parameters, None)?;
        self.seen = before;
        Ok(parameters)
    }

    fn parameters(&mut self) -> Step<List> {
        self.expect(Token::ParenL)?;
        let parameters = self.binding_list(Token::ParenR, false)?;
        self.check_default_values()?;
        Ok(parameters)
    }

    /// Reads an arrow function after `=>`. Its parameters were read as expressions.
    pub(super) fn arrow_function(
        &mut self,
        start: usize,
        parameters: List,
        is_async: bool,
        head: ForHead,
    ) -> Step<Node<'a>> {
        let before: Seen = self.seen;
        self.enter_scope(scope::function_flags(is_async, false) | scope::ARROW);
        self.seen = Seen::default();
        self.make_list_assignable(parameters, true)?;
        if self.token == Token::BraceL {
            self.function_body(start, parameters, None)?;
        } else {
            self.assignment(head, None)?;
            self.check_parameters(parameters)?;
            self.exit_scope();
        }
        self.seen = before;
        Ok(self.node(start, Kind::Arrow))
    }

    /// Reads a body in braces; leaves the function's scope.
    fn function_body(&mut self, start: usize, parameters: List, name: Option<Node<'a>>) -> Step {
        let is_simple = parameters.iter().all(|id| matches!(self.get(id).kind, Kind::Identifier(_)));
        if !is_simple && self.has_use_strict(self.end) {
            let message = "Illegal 'use strict' directive in function with non-simple parameter list";
            return self.raise(start, message);
        }
        let labels = std::mem::take(&mut self.labels);
        self.check_parameters(parameters)?;
        if let Some(name) = name {
            self.check_bound(name, Binding::Outside)?;
        }
        self.nested(Cost::Function, Self::block_in_scope)?;
        self.labels = labels;
        self.exit_scope();
        Ok(())
    }

    /// Returns whether one of the directives from `offset` on is "use strict".
    fn has_use_strict(&self, mut offset: usize) -> bool {
        loop {
            offset = skip_trivia(self.source, offset).0;
            let Some(length) = string_length(&self.source[offset..]) else { return false };
            let text = &self.source[offset + 1..offset + length - 1];
            offset += length;
            let (next, saw_line_end) = skip_trivia(self.source, offset);
            let rest = &self.source[next..];
            if text == "use strict" {
                return rest.starts_with([';', '}']) || saw_line_end && !continues_expression(rest);
            }
            offset = if rest.starts_with(';') { next + 1 } else { next };
        }
    }

    /// Reads a class declaration from `class` on; returns its name.
    pub(super) fn class_declaration(&mut self, name: Name) -> Step<Option<Node<'a>>> {
        self.next()?;
        let name = match self.token {
            Token::Name => {
                let name = self.identifier()?;
                self.check_bound(name, Binding::Lexical)?;
                Some(name)
            }
            _ if name == Name::Required => return self.unexpected(),
            _ => None,
        };
        self.class_heritage_and_body()?;
        Ok(name)
    }

    pub(super) fn class_expression(&mut self) -> Step {
        self.next()?;
        if self.token == Token::Name {
            self.identifier()?;
        }
        self.class_heritage_and_body()
    }

    fn class_heritage_and_body(&mut self) -> Step {
        let has_heritage = self.eat(Token::Extends)?;
        if has_heritage {
            self.subscripts(None, ForHead::No)?;
        }
        self.private_names.push(PrivateNames::default());
        self.expect(Token::BraceL)?;
        let mut has_constructor = false;
        while self.token != Token::BraceR {
            self.nested(Cost::Function, |this| this.class_element(has_heritage, &mut has_constructor))?;
        }
        self.next()?;
        self.leave_class_body()
    }

    fn leave_class_body(&mut self) -> Step {
        let Some(PrivateNames { declared, used }) = self.private_names.pop() else { return Ok(()) };
        for (name, start) in used {
            if declared.contains_key(name) {
                continue;
            }
            match self.private_names.last_mut() {
                Some(outer) => outer.used.push((name, start)),
                None => {
                    let message = format!("Private field '#{name}' must be declared in an enclosing class");
                    return self.raise(start as usize, message);
                }
            }
        }
        Ok(())
    }

    fn class_element(&mut self, has_heritage: bool, has_constructor: &mut bool) -> Step {
        if self.eat(Token::Semi)? {
            return Ok(());
        }
        let start = self.start;
        let Some(element) = self.class_element_head(start)? else { return self.static_block() };
        let key = element.key;
        let is_method =
            self.token == Token::ParenL || element.accessor.is_some() || element.is_generator || element.is_async;
        let is_constructor = is_method && !element.is_static && key.is_named("constructor");
        if is_constructor {
            self.constructor(&element, has_heritage)?;
            if std::mem::replace(has_constructor, true) {
                return self.raise(element.start, "Duplicate constructor in the same class");
            }
        } else if is_method {
            self.class_method(&element)?;
        } else {
            self.class_field(&element)?;
        }
        if let KeyName::Private(name) = key.name
            && !self.declare_private(name, &element)
        {
            return self.raise(key.start as usize, format!("Identifier '#{name}' has already been declared"));
        }
        Ok(())
    }

    /// Reads the modifiers and name of a class element; `None` for a static block.
    fn class_element_head(&mut self, start: usize) -> Step<Option<Element<'a>>> {
        let mut element = Element {
            start,
            is_static: false,
            is_async: false,
            is_generator: false,
            accessor: None,
            key: Key { start: start as u32, end: start as u32, name: KeyName::Computed },
        };
        // A word that turns out not to be a modifier is the name.
        let mut name = None;
        if self.eat_contextual("static")? {
            if self.eat(Token::BraceL)? {
                return Ok(None);
            }
            element.is_static = self.is_class_element_name() || self.token == Token::Star;
            if !element.is_static {
                name = Some("static");
            }
        }
        if name.is_none() && self.eat_contextual("async")? {
            element.is_async =
                (self.is_class_element_name() || self.token == Token::Star) && !self.can_insert_semicolon();
            if !element.is_async {
                name = Some("async");
            }
        }
        element.is_generator = name.is_none() && self.eat(Token::Star)?;
        if name.is_none() && !element.is_async && !element.is_generator {
            let word = self.word;
            if self.eat_contextual("get")? || self.eat_contextual("set")? {
                if self.is_class_element_name() {
                    element.accessor = Some(word);
                } else {
                    name = Some(word);
                }
            }
        }
        element.key = match name {
            Some(name) => Key {
                start: self.previous_start as u32,
                end: self.previous_end as u32,
                name: KeyName::Identifier(name),
            },
            None => self.class_element_name()?,
        };
        Ok(Some(element))
    }

    fn is_class_element_name(&self) -> bool {
        self.token.is_keyword()
            || matches!(self.token, Token::Name | Token::PrivateName | Token::Num | Token::String | Token::BracketL)
    }

    fn class_element_name(&mut self) -> Step<Key<'a>> {
        if self.token != Token::PrivateName {
            return self.property_name();
        }
        let name = self.word;
        if name == "constructor" {
            return self.raise(self.start, "Classes can't have an element named '#constructor'");
        }
        let node = self.private_name()?;
        Ok(Key { start: node.start, end: node.end, name: KeyName::Private(name) })
    }

    fn constructor(&mut self, element: &Element, has_heritage: bool) -> Step {
        let key_start = element.key.start as usize;
        if element.accessor.is_some() {
            return self.raise(key_start, "Constructor can't have get/set modifier");
        }
        if element.is_generator {
            return self.raise(key_start, "Constructor can't be a generator");
        }
        if element.is_async {
            return self.raise(key_start, "Constructor can't be an async method");
        }
        self.method(false, false, has_heritage)?;
        Ok(())
    }

    fn class_method(&mut self, element: &Element) -> Step {
        if element.is_static && element.key.is_named("prototype") {
            let message = "Classes may not have a static property named prototype";
            return self.raise(element.key.start as usize, message);
        }
        let start = self.start;
        let parameters = self.method(element.is_generator, element.is_async, false)?;
        match element.accessor {
            Some(kind) => self.check_accessor(kind, start, parameters),
            None => Ok(()),
        }
    }

    fn class_field(&mut self, element: &Element) -> Step {
        let key_start = element.key.start as usize;
        if element.key.is_named("constructor") {
            return self.raise(key_start, "Classes can't have a field named 'constructor'");
        }
        if element.is_static && element.key.is_named("prototype") {
            return self.raise(key_start, "Classes can't have a static field named 'prototype'");
        }
        if self.eat(Token::Eq)? {
            self.enter_scope(scope::FIELD | scope::SUPER);
            self.assignment(ForHead::No, None)?;
            self.exit_scope();
        }
        self.semicolon()
    }

    fn static_block(&mut self) -> Step {
        let labels = std::mem::take(&mut self.labels);
        self.enter_scope(scope::STATIC_BLOCK | scope::SUPER);
        while self.token != Token::BraceR {
            self.statement()?;
        }
        self.next()?;
        self.exit_scope();
        self.labels = labels;
        Ok(())
    }

    /// Declares a private name. Returns whether it was free.
    fn declare_private(&mut self, name: &'a str, element: &Element) -> bool {
        let is_static = element.is_static;
        let new = match element.accessor {
            Some("get") => PrivateElement::Getter { is_static },
            Some(_) => PrivateElement::Setter { is_static },
            None => PrivateElement::Complete,
        };
        let counterpart = match new {
            PrivateElement::Getter { is_static } => Some(PrivateElement::Setter { is_static }),
            PrivateElement::Setter { is_static } => Some(PrivateElement::Getter { is_static }),
            PrivateElement::Complete => None,
        };
        let Some(names) = self.private_names.last_mut() else { return true };
        match names.declared.get(name).copied() {
            None => {
                names.declared.insert(name, new);
                true
            }
            Some(old) if Some(old) == counterpart => {
                names.declared.insert(name, PrivateElement::Complete);
                true
            }
            Some(_) => false,
        }
    }
}

/// Returns the length of the string literal at the beginning of `text`.
fn string_length(text: &str) -> Option<usize> {
    let quote = text.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    let mut characters = text.char_indices().skip(1);
    while let Some((offset, character)) = characters.next() {
        match character {
            '\\' => {
                characters.next();
            }
            _ if character == quote => return Some(offset + 1),
            _ => {}
        }
    }
    None
}

/// Returns whether the text after a string on the next line makes it part of a longer expression.
fn continues_expression(rest: &str) -> bool {
    let word_end = rest.find(|it| !oxc_syntax::identifier::is_identifier_part(it)).unwrap_or(rest.len());
    rest.starts_with(['(', '`', '.', '[', '+', '-', '/', '*', '%', '<', '>', '=', ',', '?', '^', '&'])
        || rest.starts_with("!=")
        || matches!(&rest[..word_end], "in" | "instanceof")
}
