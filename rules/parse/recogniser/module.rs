//! Imports and exports.

use super::{
    Recogniser, Step,
    expression::ForHead,
    function::Name,
    node::{Kind, List, Node},
    scope::Binding,
    token::Token,
};

impl<'a> Recogniser<'a> {
    pub(super) fn import(&mut self) -> Step {
        self.next()?;
        if self.token != Token::String {
            self.import_specifiers()?;
            self.expect_contextual("from")?;
        }
        self.module_source()?;
        self.semicolon()
    }

    fn module_source(&mut self) -> Step {
        if self.token == Token::String { self.next() } else { self.unexpected() }
    }

    fn import_specifiers(&mut self) -> Step {
        if self.token == Token::Name {
            self.imported_binding()?;
            if !self.eat(Token::Comma)? {
                return Ok(());
            }
        }
        if self.eat(Token::Star)? {
            self.expect_contextual("as")?;
            return self.imported_binding();
        }
        self.expect(Token::BraceL)?;
        self.specifiers(|this| {
            let imported = this.module_export_name()?;
            if this.eat_contextual("as")? {
                return this.imported_binding();
            }
            if let Kind::Identifier(name) = imported.kind {
                this.check_unreserved(name, imported.start as usize)?;
            }
            this.check_bound(imported, Binding::Lexical)
        })
    }

    fn imported_binding(&mut self) -> Step {
        let local = self.identifier()?;
        self.check_bound(local, Binding::Lexical)
    }

    /// Reads specifiers separated by commas, up to the closing brace.
    fn specifiers(&mut self, mut specifier: impl FnMut(&mut Self) -> Step) -> Step {
        let mut is_first = true;
        while !self.eat(Token::BraceR)? {
            if !std::mem::take(&mut is_first) {
                self.expect(Token::Comma)?;
                if self.eat(Token::BraceR)? {
                    break;
                }
            }
            specifier(self)?;
        }
        Ok(())
    }

    fn module_export_name(&mut self) -> Step<Node<'a>> {
        if self.token != Token::String {
            return self.identifier_name();
        }
        let start = self.start;
        let value = self.string;
        self.next()?;
        if value.has_lone_surrogate {
            return self.raise(start, "An export name cannot include a lone surrogate.");
        }
        Ok(self.node(start, Kind::String(value.text)))
    }

    pub(super) fn export(&mut self) -> Step {
        self.next()?;
        if self.eat(Token::Star)? {
            return self.export_all();
        }
        if self.eat(Token::Default)? {
            self.export_name("default", self.previous_start)?;
            return self.export_default();
        }
        if self.starts_declaration() {
            return self.export_declaration();
        }
        self.export_list()
    }

    fn export_all(&mut self) -> Step {
        if self.eat_contextual("as")? {
            let exported = self.module_export_name()?;
            self.export_node(exported)?;
        }
        self.expect_contextual("from")?;
        self.module_source()?;
        self.semicolon()
    }

    fn export_default(&mut self) -> Step {
        let start = self.start;
        let is_async = self.is_async_function();
        if is_async || self.token == Token::Function {
            self.next()?;
            if is_async {
                self.next()?;
            }
            return self.function_declaration(start, is_async, Name::Optional).map(drop);
        }
        if self.token == Token::Class {
            return self.class_declaration(Name::Optional).map(drop);
        }
        self.assignment(ForHead::No, None)?;
        self.semicolon()
    }

    fn export_declaration(&mut self) -> Step {
        let start = self.start;
        let name = match self.token {
            Token::Class => self.class_declaration(Name::Required)?,
            Token::Function => {
                self.next()?;
                self.function_declaration(start, false, Name::Required)?
            }
            _ if self.is_async_function() => {
                self.next()?;
                self.next()?;
                self.function_declaration(start, true, Name::Required)?
            }
            _ => {
                let variables = self.variables(false)?;
                self.semicolon()?;
                return self.export_patterns(variables.patterns);
            }
        };
        match name {
            Some(name) => self.export_node(name),
            None => Ok(()),
        }
    }

    fn export_patterns(&mut self, patterns: List) -> Step {
        for id in patterns.iter() {
            let node = self.get(id);
            match node.kind {
                Kind::ObjectPattern(parts) | Kind::ArrayPattern(parts) => self.export_patterns(parts)?,
                Kind::Property { value: inner, .. } | Kind::AssignmentPattern { left: inner } | Kind::Rest(inner) => {
                    self.export_patterns(List { start: inner.0, end: inner.0 + 1 })?;
                }
                _ => self.export_node(node)?,
            }
        }
        Ok(())
    }

    fn export_list(&mut self) -> Step {
        self.expect(Token::BraceL)?;
        let base = self.pending.len();
        self.specifiers(|this| {
            let local = this.module_export_name()?;
            this.pending.push(local);
            let exported = if this.eat_contextual("as")? { this.module_export_name()? } else { local };
            this.export_node(exported)
        })?;
        let locals = self.close_list(base);
        if self.eat_contextual("from")? {
            self.module_source()?;
        } else {
            for id in locals.iter() {
                self.check_local_export(self.get(id))?;
            }
        }
        self.semicolon()
    }

    fn check_local_export(&mut self, local: Node<'a>) -> Step {
        let start = local.start as usize;
        let Kind::Identifier(name) = local.kind else {
            return self.raise(start, "A string literal cannot be used as an exported binding without `from`.");
        };
        self.check_unreserved(name, start)?;
        if !self.is_declared_at_top(name) {
            let order = self.early_exports;
            self.early_exports += 1;
            self.undefined_exports.entry(name).or_insert((order, local.start)).1 = local.start;
        }
        Ok(())
    }

    fn export_node(&mut self, exported: Node<'a>) -> Step {
        match exported.kind {
            Kind::Identifier(name) | Kind::String(name) => self.export_name(name, exported.start as usize),
            _ => Ok(()),
        }
    }

    fn export_name(&mut self, name: &'a str, start: usize) -> Step {
        if self.exports.insert(name) { Ok(()) } else { self.raise(start, format!("Duplicate export '{name}'")) }
    }
}
