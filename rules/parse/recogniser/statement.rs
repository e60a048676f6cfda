//! Statements and variable declarations.

use oxc_syntax::identifier::{is_identifier_part, is_identifier_start};

use super::{
    Cost, Doubts, Recogniser, Step,
    expression::ForHead,
    function::Name,
    lexer::skip_trivia,
    node::{Kind, List},
    scope::{self, Binding},
    token::Token,
};

/// A target of `break` and `continue`.
pub(super) struct Label<'a> {
    /// The name; `None` for a loop or `switch` without a label.
    name: Option<&'a str>,
    target: Option<Target>,
    /// The offset at which the labelled statement starts.
    statement_start: Option<usize>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Target {
    Loop,
    Switch,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Top,
    List,
    /// The body of a loop, an `if` or a label, where no declaration may be.
    Body,
}

/// A `var`, `let` or `const` declaration.
pub(super) struct Variables {
    start: usize,
    pub patterns: List,
    first_has_value: bool,
}

impl<'a> Recogniser<'a> {
    pub(super) fn top_level_statement(&mut self) -> Step {
        self.statement_at(Place::Top)
    }

    pub(super) fn statement(&mut self) -> Step {
        self.statement_at(Place::List)
    }

    fn body(&mut self) -> Step {
        self.statement_at(Place::Body)
    }

    fn statement_at(&mut self, place: Place) -> Step {
        self.nested(Cost::Statement, |this| this.statement_here(place))
    }

    fn statement_here(&mut self, place: Place) -> Step {
        let start = self.start;
        let is_body = place == Place::Body;
        match self.token {
            _ if self.is_let(is_body) => {
                if is_body {
                    return self.unexpected();
                }
                self.variable_statement()
            }
            Token::Break | Token::Continue => self.break_or_continue(),
            Token::Debugger => {
                self.next()?;
                self.semicolon()
            }
            Token::Do => self.do_statement(),
            Token::For => self.for_statement(),
            Token::Function if is_body => self.unexpected(),
            Token::Function => {
                self.next()?;
                self.function_declaration(start, false, Name::Required).map(drop)
            }
            Token::Class if is_body => self.unexpected(),
            Token::Class => self.class_declaration(Name::Required).map(drop),
            Token::If => self.if_statement(),
            Token::Return => self.return_statement(),
            Token::Switch => self.switch_statement(),
            Token::Throw => self.throw_statement(),
            Token::Try => self.try_statement(),
            Token::Const if is_body => self.unexpected(),
            Token::Const | Token::Var => self.variable_statement(),
            Token::While => {
                self.next()?;
                self.parenthesised_condition()?;
                self.loop_body()
            }
            Token::With => self.raise(start, "'with' in strict mode"),
            Token::BraceL => self.block(),
            Token::Semi => self.next(),
            Token::Export | Token::Import if !self.is_import_expression() => {
                if place != Place::Top {
                    return self.raise(start, "'import' and 'export' may only appear at the top level");
                }
                if self.token == Token::Import { self.import() } else { self.export() }
            }
            _ if self.is_async_function() => {
                if is_body {
                    return self.unexpected();
                }
                self.next()?;
                self.next()?;
                self.function_declaration(start, true, Name::Required).map(drop)
            }
            first => {
                let expression = self.expression(ForHead::No, None)?;
                match expression.kind {
                    Kind::Identifier(name) if first == Token::Name && self.eat(Token::Colon)? => {
                        self.labelled_statement(name, start, expression.start as usize)
                    }
                    _ => self.semicolon(),
                }
            }
        }
    }

    /// Returns whether an `import` here is an expression, `import(…)` or `import.meta`.
    fn is_import_expression(&self) -> bool {
        let (next, _) = skip_trivia(self.source, self.position);
        self.token == Token::Import && self.source[next..].starts_with(['(', '.'])
    }

    /// Returns whether a declaration begins here with `let`.
    fn is_let(&self, is_body: bool) -> bool {
        if !self.is_contextual("let") {
            return false;
        }
        let (next, _) = skip_trivia(self.source, self.position);
        let rest = &self.source[next..];
        match rest.chars().next() {
            Some('[' | '\\') => true,
            Some('{') => !is_body,
            Some(character) if is_identifier_start(character) && !is_body => {
                let end = rest.find(|it| !is_identifier_part(it)).unwrap_or(rest.len());
                rest[end..].starts_with('\\') || !matches!(&rest[..end], "in" | "instanceof")
            }
            _ => false,
        }
    }

    pub(super) fn is_async_function(&self) -> bool {
        if !self.is_contextual("async") {
            return false;
        }
        let (next, saw_line_end) = skip_trivia(self.source, self.position);
        !saw_line_end
            && self.source[next..]
                .strip_prefix("function")
                .is_some_and(|rest| !rest.starts_with(|it| is_identifier_part(it) || it == '\\'))
    }

    pub(super) fn starts_declaration(&self) -> bool {
        matches!(self.token, Token::Var | Token::Const | Token::Class | Token::Function)
            || self.is_let(false)
            || self.is_async_function()
    }

    fn break_or_continue(&mut self) -> Step {
        let start = self.start;
        let is_break = self.token == Token::Break;
        self.next()?;
        let mut label = None;
        if !self.eat(Token::Semi)? && !self.can_insert_semicolon() {
            if self.token != Token::Name {
                return self.unexpected();
            }
            label = Some(self.word);
            self.identifier()?;
            self.semicolon()?;
        }
        let has_target = self.labels.iter().any(|candidate| {
            (label.is_none() || candidate.name == label)
                && (candidate.target.is_some() && (is_break || candidate.target == Some(Target::Loop))
                    || label.is_some() && is_break)
        });
        if has_target {
            return Ok(());
        }
        let keyword = if is_break { "break" } else { "continue" };
        self.raise(start, format!("Unsyntactic {keyword}"))
    }

    fn push_target(&mut self, target: Target) {
        self.labels.push(Label { name: None, target: Some(target), statement_start: None });
    }

    fn loop_body(&mut self) -> Step {
        self.push_target(Target::Loop);
        self.body()?;
        self.labels.pop();
        Ok(())
    }

    fn do_statement(&mut self) -> Step {
        self.next()?;
        self.loop_body()?;
        self.expect(Token::While)?;
        self.parenthesised_condition()?;
        self.eat(Token::Semi)?;
        Ok(())
    }

    fn parenthesised_condition(&mut self) -> Step {
        self.expect(Token::ParenL)?;
        self.expression(ForHead::No, None)?;
        self.expect(Token::ParenR)
    }

    fn for_statement(&mut self) -> Step {
        self.next()?;
        let await_at = (self.can_await() && self.eat_contextual("await")?).then_some(self.previous_start);
        self.push_target(Target::Loop);
        self.enter_scope(scope::BLOCK);
        self.expect(Token::ParenL)?;
        self.for_head(await_at)?;
        self.body()?;
        self.exit_scope();
        self.labels.pop();
        Ok(())
    }

    /// Reads the head of a `for` after the opening parenthesis, with the closing one.
    fn for_head(&mut self, await_at: Option<usize>) -> Step {
        if self.token == Token::Semi {
            return self.classic_for_head(await_at);
        }
        if matches!(self.token, Token::Var | Token::Const) || self.is_let(false) {
            let variables = self.variables(true)?;
            if !(self.token == Token::In || self.is_contextual("of")) || variables.patterns.len() != 1 {
                return self.classic_for_head(await_at);
            }
            if let (Token::In, Some(await_at)) = (self.token, await_at) {
                return self.unexpected_at(await_at);
            }
            return self.for_in_or_of(variables.first_has_value.then_some(variables.start));
        }
        let starts_with_let = self.is_contextual("let");
        let has_escape = self.word_has_escape;
        let start = self.start;
        let mut doubts = Doubts::default();
        let target = if await_at.is_some() {
            self.subscripts(Some(&mut doubts), ForHead::Await)?
        } else {
            self.expression(ForHead::Yes, Some(&mut doubts))?
        };
        let is_of = self.is_contextual("of");
        if self.token != Token::In && !is_of {
            self.resolve(&doubts)?;
            return self.classic_for_head(await_at);
        }
        match await_at {
            Some(await_at) if !is_of => return self.unexpected_at(await_at),
            None if is_of
                && !has_escape
                && target.start as usize == start
                && matches!(target.kind, Kind::Identifier("async")) =>
            {
                return self.unexpected();
            }
            _ => {}
        }
        if starts_with_let && is_of {
            let message = "The left-hand side of a for-of loop may not start with 'let'.";
            return self.raise(target.start as usize, message);
        }
        let pattern = self.make_assignable(target, false, Some(&doubts))?;
        self.check_assigned_pattern(pattern)?;
        self.for_in_or_of(None)
    }

    /// Reads a `for` head from its first semicolon on. Such a loop cannot be a `for await`.
    fn classic_for_head(&mut self, await_at: Option<usize>) -> Step {
        if let Some(await_at) = await_at {
            return self.unexpected_at(await_at);
        }
        self.expect(Token::Semi)?;
        if self.token != Token::Semi {
            self.expression(ForHead::No, None)?;
        }
        self.expect(Token::Semi)?;
        if self.token != Token::ParenR {
            self.expression(ForHead::No, None)?;
        }
        self.expect(Token::ParenR)
    }

    /// Reads a `for` head from `in` or `of` on.
    fn for_in_or_of(&mut self, declaration_with_value: Option<usize>) -> Step {
        let is_in = self.token == Token::In;
        self.next()?;
        if let Some(start) = declaration_with_value {
            let kind = if is_in { "for-in" } else { "for-of" };
            return self.raise(start, format!("{kind} loop variable declaration may not have an initializer"));
        }
        if is_in {
            self.expression(ForHead::No, None)?;
        } else {
            self.assignment(ForHead::No, None)?;
        }
        self.expect(Token::ParenR)
    }

    fn if_statement(&mut self) -> Step {
        self.next()?;
        self.parenthesised_condition()?;
        self.body()?;
        if self.eat(Token::Else)? {
            self.body()?;
        }
        Ok(())
    }

    fn return_statement(&mut self) -> Step {
        if !self.in_function() {
            return self.raise(self.start, "'return' outside of function");
        }
        self.next()?;
        if self.eat(Token::Semi)? || self.can_insert_semicolon() {
            return Ok(());
        }
        self.expression(ForHead::No, None)?;
        self.semicolon()
    }

    fn switch_statement(&mut self) -> Step {
        self.next()?;
        self.parenthesised_condition()?;
        self.expect(Token::BraceL)?;
        self.push_target(Target::Switch);
        self.enter_scope(scope::BLOCK);
        let mut has_case = false;
        let mut has_default = false;
        while self.token != Token::BraceR {
            match self.token {
                Token::Case => {
                    self.next()?;
                    self.expression(ForHead::No, None)?;
                    self.expect(Token::Colon)?;
                    has_case = true;
                }
                Token::Default => {
                    self.next()?;
                    if std::mem::replace(&mut has_default, true) {
                        return self.raise(self.previous_start, "Multiple default clauses");
                    }
                    self.expect(Token::Colon)?;
                    has_case = true;
                }
                _ if !has_case => return self.unexpected(),
                _ => self.statement()?,
            }
        }
        self.exit_scope();
        self.next()?;
        self.labels.pop();
        Ok(())
    }

    fn throw_statement(&mut self) -> Step {
        self.next()?;
        if self.line_ended {
            return self.raise(self.previous_end, "Illegal newline after throw");
        }
        self.expression(ForHead::No, None)?;
        self.semicolon()
    }

    fn try_statement(&mut self) -> Step {
        let start = self.start;
        self.next()?;
        self.block()?;
        let has_handler = self.eat(Token::Catch)?;
        if has_handler {
            self.catch_clause()?;
        }
        if self.eat(Token::Finally)? {
            self.block()
        } else if has_handler {
            Ok(())
        } else {
            self.raise(start, "Missing catch or finally clause")
        }
    }

    fn catch_clause(&mut self) -> Step {
        if self.eat(Token::ParenL)? {
            let parameter = self.binding_atom()?;
            self.enter_scope(scope::BLOCK);
            let is_name = matches!(parameter.kind, Kind::Identifier(_));
            self.check_bound_pattern(parameter, if is_name { Binding::SimpleCatch } else { Binding::Lexical })?;
            self.expect(Token::ParenR)?;
        } else {
            self.enter_scope(scope::BLOCK);
        }
        self.block_in_scope()?;
        self.exit_scope();
        Ok(())
    }

    fn labelled_statement(&mut self, name: &'a str, start: usize, label_start: usize) -> Step {
        if self.labels.iter().any(|label| label.name == Some(name)) {
            return self.raise(label_start, format!("Label '{name}' is already declared"));
        }
        let target = match self.token {
            token if token.is_loop() => Some(Target::Loop),
            Token::Switch => Some(Target::Switch),
            _ => None,
        };
        // Labels directly before this one label the same statement.
        for label in self.labels.iter_mut().rev().take_while(|label| label.statement_start == Some(start)) {
            label.statement_start = Some(self.start);
            label.target = target;
        }
        self.labels.push(Label { name: Some(name), target, statement_start: Some(self.start) });
        self.body()?;
        self.labels.pop();
        Ok(())
    }

    fn block(&mut self) -> Step {
        self.expect(Token::BraceL)?;
        self.enter_scope(scope::BLOCK);
        self.statements_to_brace()?;
        self.exit_scope();
        Ok(())
    }

    /// Reads a block whose scope is already entered.
    pub(super) fn block_in_scope(&mut self) -> Step {
        self.expect(Token::BraceL)?;
        self.statements_to_brace()
    }

    fn statements_to_brace(&mut self) -> Step {
        while self.token != Token::BraceR {
            self.statement()?;
        }
        self.next()
    }

    fn variable_statement(&mut self) -> Step {
        self.variables(false)?;
        self.semicolon()
    }

    /// Reads a declaration without its semicolon.
    pub(super) fn variables(&mut self, in_for_head: bool) -> Step<Variables> {
        let start = self.start;
        let kind = self.token;
        let head = if in_for_head { ForHead::Yes } else { ForHead::No };
        let base = self.pending.len();
        let mut first_has_value = false;
        self.next()?;
        loop {
            let pattern = self.binding_atom()?;
            self.check_bound_pattern(pattern, if kind == Token::Var { Binding::Var } else { Binding::Lexical })?;
            self.pending.push(pattern);
            let is_first = self.pending.len() == base + 1;
            if self.eat(Token::Eq)? {
                self.assignment(head, None)?;
                first_has_value |= is_first;
            } else {
                let before_in_or_of = self.token == Token::In || self.is_contextual("of");
                if kind == Token::Const && !before_in_or_of {
                    return self.unexpected();
                }
                let needs_no_value = matches!(pattern.kind, Kind::Identifier(_)) || in_for_head && before_in_or_of;
                if !needs_no_value {
                    let message = "Complex binding patterns require an initialization value";
                    return self.raise(self.previous_end, message);
                }
            }
            if !self.eat(Token::Comma)? {
                break;
            }
        }
        let patterns = self.close_list(base);
        Ok(Variables { start, patterns, first_has_value })
    }
}
