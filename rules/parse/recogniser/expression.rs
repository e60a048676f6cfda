//! Expressions, from sequences down to atoms.

mod atom;
mod object;

use super::{
    Cost, Doubts, Recogniser, Seen, Step,
    lexer::Context,
    node::{Kind, List, Node},
    token::Token,
};

/// The position of an expression relative to the head of a `for`, where `in` is not an operator and `async of` needs
/// care.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum ForHead {
    No,
    Yes,
    Await,
}

/// A property's name.
#[derive(Clone, Copy)]
pub(super) struct Key<'a> {
    /// The offset at which the name starts; of a computed one, at which the expression in the brackets does.
    pub start: u32,
    pub end: u32,
    pub name: KeyName<'a>,
}

#[derive(Clone, Copy)]
pub(super) enum KeyName<'a> {
    Identifier(&'a str),
    String(&'a str),
    Number,
    Private(&'a str),
    Computed,
}

impl Key<'_> {
    pub(super) fn is_named(&self, name: &str) -> bool {
        matches!(self.name, KeyName::Identifier(text) | KeyName::String(text) if text == name)
    }
}

impl<'a> Recogniser<'a> {
    /// Reads expressions separated by commas.
    pub(super) fn expression(&mut self, head: ForHead, mut doubts: Option<&mut Doubts>) -> Step<Node<'a>> {
        let start = self.start;
        let first = self.assignment(head, doubts.as_deref_mut())?;
        if self.token != Token::Comma {
            return Ok(first);
        }
        while self.eat(Token::Comma)? {
            self.assignment(head, doubts.as_deref_mut())?;
        }
        Ok(self.node(start, Kind::Other))
    }

    /// Reads an expression without commas. With `doubts`, everything that is valid only in a pattern is recorded there;
    /// without, it is an error at the end of the expression.
    pub(super) fn assignment(&mut self, head: ForHead, doubts: Option<&mut Doubts>) -> Step<Node<'a>> {
        self.nested(Cost::Expression, |this| this.assignment_here(head, doubts))
    }

    fn assignment_here(&mut self, head: ForHead, doubts: Option<&mut Doubts>) -> Step<Node<'a>> {
        if self.is_contextual("yield") {
            if self.in_generator() {
                return self.yield_expression(head);
            }
            self.expression_allowed = false;
        }
        let mut own_doubts = Doubts::default();
        let is_own = doubts.is_none();
        let doubts = doubts.unwrap_or(&mut own_doubts);
        let before = *doubts;
        doubts.parenthesised_target = None;
        doubts.comma_after_rest = None;

        let start = self.start;
        if matches!(self.token, Token::ParenL | Token::Name) {
            self.arrow_may_start_at = start;
            self.arrow_is_in_for_await = head == ForHead::Await;
        }
        let mut left = self.conditional(head, doubts)?;
        if self.token.is_assignment() {
            let is_plain = self.token == Token::Eq;
            if is_plain {
                left = self.make_assignable(left, false, Some(doubts))?;
            }
            doubts.parenthesised_target = None;
            doubts.comma_after_rest = None;
            if doubts.shorthand_default >= Some(left.start) {
                doubts.shorthand_default = None;
            }
            if doubts.second_proto >= Some(left.start) {
                doubts.second_proto = None;
            }
            if is_plain {
                self.check_assigned_pattern(left)?;
            } else {
                self.check_assigned(left)?;
            }
            self.next()?;
            self.assignment(head, None)?;
            doubts.second_proto = before.second_proto.or(doubts.second_proto);
            let left = self.store(left);
            return Ok(self.node(start, Kind::Assignment { is_plain, left }));
        }
        if is_own {
            self.resolve(doubts)?;
        }
        doubts.parenthesised_target = before.parenthesised_target.or(doubts.parenthesised_target);
        doubts.comma_after_rest = before.comma_after_rest.or(doubts.comma_after_rest);
        Ok(left)
    }

    /// Reports the doubts of code that is an expression after all.
    pub(super) fn resolve(&mut self, doubts: &Doubts) -> Step {
        if let Some(start) = doubts.shorthand_default {
            let message = "Shorthand property assignments are valid only in destructuring patterns";
            return self.raise(start as usize, message);
        }
        if let Some(start) = doubts.second_proto {
            return self.raise(start as usize, "Redefinition of __proto__ property");
        }
        Ok(())
    }

    fn yield_expression(&mut self, head: ForHead) -> Step<Node<'a>> {
        let start = self.start;
        if self.seen.yield_at == 0 {
            self.seen.yield_at = start;
        }
        self.next()?;
        let is_bare = self.token == Token::Semi
            || self.can_insert_semicolon()
            || self.token != Token::Star && !self.token.starts_expression();
        if !is_bare {
            self.eat(Token::Star)?;
            self.assignment(head, None)?;
        }
        Ok(self.node(start, Kind::Other))
    }

    fn conditional(&mut self, head: ForHead, doubts: &mut Doubts) -> Step<Node<'a>> {
        let start = self.start;
        let test = self.operators(head, doubts)?;
        if doubts.spoil_expression() || is_arrow_at(test, start) || !self.eat(Token::Question)? {
            return Ok(test);
        }
        self.assignment(ForHead::No, None)?;
        self.expect(Token::Colon)?;
        self.assignment(head, None)?;
        Ok(self.node(start, Kind::Other))
    }

    fn operators(&mut self, head: ForHead, doubts: &mut Doubts) -> Step<Node<'a>> {
        let start = self.start;
        let left = self.unary(Some(doubts), false, false, head)?;
        if doubts.spoil_expression() || is_arrow_at(left, start) {
            return Ok(left);
        }
        self.binary(left, start, 0, head)
    }

    /// Reads the operators after `left` that bind tighter than `least`.
    fn binary(&mut self, mut left: Node<'a>, start: usize, least: u8, head: ForHead) -> Step<Node<'a>> {
        // A chain of operators is a deep tree too, though it needs no recursion here.
        let nesting = self.nesting;
        while let Some(precedence) = self.token.binary_precedence()
            && precedence > least
            && (head == ForHead::No || self.token != Token::In)
        {
            let operator = self.token;
            let is_logical = matches!(operator, Token::LogicalOr | Token::LogicalAnd);
            let is_coalesce = operator == Token::Coalesce;
            self.next()?;
            let right_start = self.start;
            let right = self.unary(None, false, false, head)?;
            // `a ?? b || c` must come to light, so `??` leaves the logical operators after it to this loop.
            let precedence = if is_coalesce { 2 } else { precedence };
            let right = self.binary(right, right_start, precedence, head)?;
            left = self.binary_node(start, right)?;
            let is_mixed = is_logical && self.token == Token::Coalesce
                || is_coalesce && matches!(self.token, Token::LogicalOr | Token::LogicalAnd);
            if is_mixed {
                let message =
                    "Logical expressions and coalesce expressions cannot be mixed. Wrap either by parentheses";
                return self.raise(self.start, message);
            }
            self.spend(Cost::Operand)?;
        }
        self.nesting = nesting;
        Ok(left)
    }

    fn binary_node(&mut self, start: usize, right: Node<'a>) -> Step<Node<'a>> {
        if matches!(right.kind, Kind::PrivateName) {
            let message = "Private identifier can only be left side of binary expression";
            return self.raise(right.start as usize, message);
        }
        Ok(self.node(start, Kind::Other))
    }

    /// Reads prefix and postfix operators, and `**`, whose left side may not have a prefix.
    fn unary(
        &mut self,
        doubts: Option<&mut Doubts>,
        has_operator: bool,
        is_updated: bool,
        head: ForHead,
    ) -> Step<Node<'a>> {
        self.nested(Cost::Operand, |this| this.unary_here(doubts, has_operator, is_updated, head))
    }

    fn unary_here(
        &mut self,
        mut doubts: Option<&mut Doubts>,
        mut has_operator: bool,
        is_updated: bool,
        head: ForHead,
    ) -> Step<Node<'a>> {
        let start = self.start;
        let operand = if self.is_contextual("await") && self.can_await() {
            has_operator = true;
            self.await_expression(head)?
        } else if self.token.is_prefix_operator() {
            let operator = self.token;
            self.next()?;
            let operand = self.unary(None, true, operator == Token::IncDec, head)?;
            if let Some(doubts) = doubts {
                self.resolve(doubts)?;
            }
            match (operator, operand.kind) {
                (Token::IncDec, _) => self.check_assigned(operand)?,
                (Token::Delete, Kind::Identifier(_)) => {
                    return self.raise(start, "Deleting local variable in strict mode");
                }
                (Token::Delete, Kind::Member { is_private: true } | Kind::Chain { is_private_member: true }) => {
                    return self.raise(start, "Private fields can not be deleted");
                }
                _ => has_operator = true,
            }
            self.node(start, Kind::Other)
        } else if !has_operator && self.token == Token::PrivateName {
            if head != ForHead::No || self.private_names.is_empty() {
                return self.unexpected();
            }
            let name = self.private_name()?;
            if self.token != Token::In {
                return self.unexpected();
            }
            name
        } else {
            let mut operand = self.subscripts(doubts.as_deref_mut(), head)?;
            if doubts.is_some_and(|doubts| doubts.spoil_expression()) {
                return Ok(operand);
            }
            while self.token == Token::IncDec && !self.can_insert_semicolon() {
                self.check_assigned(operand)?;
                self.next()?;
                operand = self.node(start, Kind::Other);
            }
            operand
        };
        if is_updated || is_arrow_at(operand, start) || !self.eat(Token::StarStar)? {
            return Ok(operand);
        }
        if has_operator {
            return self.unexpected_at(self.previous_start);
        }
        let right = self.unary(None, false, false, head)?;
        self.binary_node(start, right)
    }

    fn await_expression(&mut self, head: ForHead) -> Step<Node<'a>> {
        let start = self.start;
        if self.seen.await_at == 0 {
            self.seen.await_at = start;
        }
        self.next()?;
        self.unary(None, true, false, head)?;
        Ok(self.node(start, Kind::Other))
    }

    /// Reads an atom and the calls, members and templates after it.
    pub(super) fn subscripts(&mut self, mut doubts: Option<&mut Doubts>, head: ForHead) -> Step<Node<'a>> {
        let start = self.start;
        let before = doubts.as_deref().copied().unwrap_or_default();
        if let Some(doubts) = doubts.as_deref_mut() {
            doubts.second_proto = None;
            doubts.shorthand_default = None;
        }
        let atom = self.atom(doubts.as_deref_mut(), head, false)?;
        if matches!(atom.kind, Kind::Arrow) && &self.source[self.previous_start..self.previous_end] != ")" {
            return Ok(atom);
        }
        let result = self.subscripts_of(atom, start, false, head)?;
        if let Some(doubts) = doubts {
            if result.end > atom.end {
                self.resolve(doubts)?;
                for doubt in
                    [&mut doubts.parenthesised_target, &mut doubts.parenthesised_binding, &mut doubts.comma_after_rest]
                {
                    if *doubt >= Some(result.start) {
                        *doubt = None;
                    }
                }
            }
            doubts.second_proto = before.second_proto.or(doubts.second_proto);
            doubts.shorthand_default = before.shorthand_default.or(doubts.shorthand_default);
        }
        Ok(result)
    }

    fn subscripts_of(&mut self, base: Node<'a>, start: usize, is_callee: bool, head: ForHead) -> Step<Node<'a>> {
        let mut may_be_async_arrow = matches!(base.kind, Kind::Identifier("async"))
            && self.previous_end == base.end as usize
            && !self.can_insert_semicolon()
            && base.end - base.start == 5
            && self.arrow_may_start_at == base.start as usize;
        let mut in_chain = false;
        let mut base = base;
        let nesting = self.nesting;
        loop {
            let is_optional = self.eat(Token::QuestionDot)?;
            if is_optional && is_callee {
                let message = "Optional chaining cannot appear in the callee of new expressions";
                return self.raise(self.previous_start, message);
            }
            let next = if self.eat(Token::BracketL)? {
                self.expression(ForHead::No, None)?;
                self.expect(Token::BracketR)?;
                Some(self.node(start, Kind::Member { is_private: false }))
            } else if is_optional && !matches!(self.token, Token::ParenL | Token::BackQuote) || self.eat(Token::Dot)? {
                let is_private = self.token == Token::PrivateName && !matches!(base.kind, Kind::Super);
                if is_private {
                    self.private_name()?;
                } else {
                    self.identifier_name()?;
                }
                Some(self.node(start, Kind::Member { is_private }))
            } else if !is_callee && self.eat(Token::ParenL)? {
                let mut doubts = Doubts::default();
                let before = std::mem::take(&mut self.seen);
                let begun = if may_be_async_arrow { self.begin_try() } else { None };
                let arguments = self.expression_list(Token::ParenR, false, Some(&mut doubts))?;
                self.end_try(begun);
                let is_arrow =
                    may_be_async_arrow && !is_optional && !self.can_insert_semicolon() && self.eat(Token::Arrow)?;
                if is_arrow {
                    self.check_pattern_doubts(&doubts, false)?;
                    self.check_default_values()?;
                    self.seen = before;
                    return self.arrow_function(start, arguments, true, head);
                }
                self.resolve(&doubts)?;
                self.seen = before.or(self.seen);
                Some(self.node(start, Kind::Other))
            } else if self.token == Token::BackQuote {
                if is_optional || in_chain {
                    let message = "Optional chaining cannot appear in the tag of tagged template expressions";
                    return self.raise(self.start, message);
                }
                self.template(true)?;
                Some(self.node(start, Kind::Other))
            } else {
                None
            };
            in_chain |= is_optional;
            let Some(next) = next else { break };
            base = next;
            may_be_async_arrow = false;
            self.spend(Cost::Operand)?;
        }
        self.nesting = nesting;
        if in_chain {
            let is_private_member = matches!(base.kind, Kind::Member { is_private: true });
            return Ok(self.node(start, Kind::Chain { is_private_member }));
        }
        Ok(base)
    }

    fn atom(&mut self, doubts: Option<&mut Doubts>, head: ForHead, is_callee: bool) -> Step<Node<'a>> {
        if self.token == Token::Slash {
            // An operand must come here, so the slash was misread: it opens a regular expression.
            self.read_regexp()?;
        }
        let start = self.start;
        let may_be_arrow = self.arrow_may_start_at == start;
        match self.token {
            Token::Name => self.name_or_arrow(may_be_arrow, head),
            Token::Regexp | Token::Num | Token::String | Token::This | Token::Null | Token::True | Token::False => {
                self.next()?;
                Ok(self.node(start, Kind::Other))
            }
            Token::ParenL => {
                let inner = self.parenthesised(may_be_arrow, head)?;
                if let Some(doubts) = doubts {
                    if !matches!(inner.kind, Kind::Identifier(_) | Kind::Member { .. }) {
                        doubts.parenthesised_target.get_or_insert(start as u32);
                    }
                    doubts.parenthesised_binding.get_or_insert(start as u32);
                }
                Ok(inner)
            }
            Token::BracketL => {
                self.next()?;
                let base = self.pending.len();
                self.expressions(Token::BracketR, true, doubts)?;
                let elements = self.close_list(base);
                Ok(self.node(start, Kind::Array(elements)))
            }
            Token::BraceL => {
                self.set_context(Context::ObjectBrace);
                self.object(false, doubts)
            }
            Token::Function => {
                self.next()?;
                self.function_expression(start, false)
            }
            Token::Class => {
                self.class_expression()?;
                Ok(self.node(start, Kind::Other))
            }
            Token::Super => self.super_keyword(),
            Token::New => self.nested(Cost::Operand, Self::new_expression),
            Token::BackQuote => {
                self.template(false)?;
                Ok(self.node(start, Kind::Other))
            }
            Token::Import => self.import_expression(is_callee),
            _ => self.unexpected(),
        }
    }

    fn set_context(&mut self, context: Context) {
        if let Some(last) = self.contexts.last_mut() {
            *last = context;
        }
    }

    fn name_or_arrow(&mut self, may_be_arrow: bool, head: ForHead) -> Step<Node<'a>> {
        let start = self.start;
        let has_escape = self.word_has_escape;
        let name = self.identifier()?;
        let is_async = !has_escape && matches!(name.kind, Kind::Identifier("async"));
        if is_async && !self.can_insert_semicolon() && self.eat(Token::Function)? {
            // The token after `function` is already read, and may have opened a context of its own.
            self.set_context(Context::FunctionExpression);
            return self.function_expression(start, true);
        }
        if !may_be_arrow || self.can_insert_semicolon() {
            return Ok(name);
        }
        if self.eat(Token::Arrow)? {
            let parameters = self.list_of_one(name);
            return self.arrow_function(start, parameters, false, head);
        }
        let is_loop_word = self.arrow_is_in_for_await && self.word == "of" && !self.word_has_escape;
        if is_async && self.token == Token::Name && !is_loop_word {
            let name = self.identifier()?;
            if self.can_insert_semicolon() || !self.eat(Token::Arrow)? {
                return self.unexpected();
            }
            let parameters = self.list_of_one(name);
            return self.arrow_function(start, parameters, true, head);
        }
        Ok(name)
    }

    fn list_of_one(&mut self, node: Node<'a>) -> List {
        let id = self.store(node);
        List { start: id.0, end: id.0 + 1 }
    }

    /// Reads a parenthesized expression, or an arrow function that begins with its parameters.
    fn parenthesised(&mut self, may_be_arrow: bool, head: ForHead) -> Step<Node<'a>> {
        let start = self.start;
        self.next()?;
        let inner_start = self.start;
        let begun = self.begin_try();
        let base = self.pending.len();
        let mut doubts = Doubts::default();
        let before = std::mem::take(&mut self.seen);
        let mut rest_at = None;
        let mut ends_with_comma = false;
        while self.token != Token::ParenR {
            if self.pending.len() > base {
                self.expect(Token::Comma)?;
            }
            if self.token == Token::ParenR {
                ends_with_comma = true;
                break;
            }
            if self.token == Token::Ellipsis {
                rest_at = Some(self.start);
                let rest = self.rest_binding()?;
                self.pending.push(rest);
                if self.token == Token::Comma {
                    return self.raise(self.start, "Comma is not permitted after the rest element");
                }
                break;
            }
            let item = self.assignment(ForHead::No, Some(&mut doubts))?;
            self.pending.push(item);
        }
        let inner_end = self.previous_end;
        self.end_try(begun);
        self.expect(Token::ParenR)?;
        let items = self.close_list(base);

        if may_be_arrow && !self.can_insert_semicolon() && self.eat(Token::Arrow)? {
            self.check_pattern_doubts(&doubts, false)?;
            self.check_default_values()?;
            self.seen = before;
            return self.arrow_function(start, items, false, head);
        }
        if items.len() == 0 || ends_with_comma {
            return self.unexpected_at(self.previous_start);
        }
        if let Some(rest_at) = rest_at {
            return self.unexpected_at(rest_at);
        }
        self.resolve(&doubts)?;
        self.seen = before.or(self.seen);
        let mut parts = items.iter();
        match (parts.next(), parts.next()) {
            (Some(only), None) => Ok(self.get(only)),
            _ => Ok(Node { kind: Kind::Other, start: inner_start as u32, end: inner_end as u32 }),
        }
    }

    /// Refuses `yield` and `await` in the default values of parameters.
    pub(super) fn check_default_values(&mut self) -> Step {
        let Seen { yield_at, await_at } = self.seen;
        if yield_at != 0 && (await_at == 0 || yield_at < await_at) {
            return self.raise(yield_at, "Yield expression cannot be a default value");
        }
        if await_at != 0 {
            return self.raise(await_at, "Await expression cannot be a default value");
        }
        Ok(())
    }

    fn expression_list(&mut self, close: Token, allow_holes: bool, doubts: Option<&mut Doubts>) -> Step<List> {
        let base = self.pending.len();
        self.expressions(close, allow_holes, doubts)?;
        Ok(self.close_list(base))
    }

    /// Reads expressions and spreads up to `close`, and leaves them pending.
    fn expressions(&mut self, close: Token, allow_holes: bool, mut doubts: Option<&mut Doubts>) -> Step {
        let mut is_first = true;
        while !self.eat(close)? {
            if !std::mem::take(&mut is_first) {
                self.expect(Token::Comma)?;
                if self.eat(close)? {
                    break;
                }
            }
            if allow_holes && self.token == Token::Comma {
                continue;
            }
            let element = if self.token == Token::Ellipsis {
                let start = self.start;
                self.next()?;
                let argument = self.assignment(ForHead::No, doubts.as_deref_mut())?;
                let argument = self.store(argument);
                if let Some(doubts) = doubts.as_deref_mut()
                    && self.token == Token::Comma
                {
                    doubts.comma_after_rest.get_or_insert(self.start as u32);
                }
                self.node(start, Kind::Spread(argument))
            } else {
                self.assignment(ForHead::No, doubts.as_deref_mut())?
            };
            self.pending.push(element);
        }
        Ok(())
    }
}

/// Returns whether `node` is an arrow function that starts at `start`, and so has no parentheses around it.
fn is_arrow_at(node: Node, start: usize) -> bool {
    matches!(node.kind, Kind::Arrow) && node.start as usize == start
}
