//! Patterns: binding patterns, literals that turn out to be patterns, and targets of bindings and assignments.

use std::collections::HashSet;

use super::{
    Cost, Doubts, Recogniser, Step,
    expression::ForHead,
    node::{Kind, List, Node},
    scope::Binding,
    token::Token,
};

impl<'a> Recogniser<'a> {
    /// Converts an expression into a pattern, because `=`, `=>`, `of` or `in` follows.
    pub(super) fn make_assignable(
        &mut self,
        mut node: Node<'a>,
        is_binding: bool,
        doubts: Option<&Doubts>,
    ) -> Step<Node<'a>> {
        let start = node.start as usize;
        node.kind = match node.kind {
            Kind::Identifier(_)
            | Kind::ObjectPattern(_)
            | Kind::ArrayPattern(_)
            | Kind::AssignmentPattern { .. }
            | Kind::Rest(_) => node.kind,
            Kind::Member { .. } if !is_binding => node.kind,
            Kind::Object(properties) => {
                if let Some(doubts) = doubts {
                    self.check_pattern_doubts(doubts, true)?;
                }
                for id in properties.iter() {
                    let property = self.make_assignable(self.get(id), is_binding, None)?;
                    self.nodes[id.0 as usize] = property;
                    if let Kind::Rest(argument) = property.kind
                        && let Node { kind: Kind::ObjectPattern(_) | Kind::ArrayPattern(_), start, .. } =
                            self.get(argument)
                    {
                        return self.raise(start as usize, "Unexpected token");
                    }
                }
                Kind::ObjectPattern(properties)
            }
            Kind::Array(elements) => {
                if let Some(doubts) = doubts {
                    self.check_pattern_doubts(doubts, true)?;
                }
                self.make_list_assignable(elements, is_binding)?;
                Kind::ArrayPattern(elements)
            }
            Kind::Property { is_accessor: true, key_start, .. } => {
                return self.raise(key_start as usize, "Object pattern can't contain getter or setter");
            }
            Kind::Property { value, .. } => {
                self.nodes[value.0 as usize] = self.make_assignable(self.get(value), is_binding, None)?;
                node.kind
            }
            Kind::Spread(argument) => {
                let pattern = self.make_assignable(self.get(argument), is_binding, None)?;
                self.nodes[argument.0 as usize] = pattern;
                if matches!(pattern.kind, Kind::AssignmentPattern { .. }) {
                    return self.raise(pattern.start as usize, "Rest elements cannot have a default value");
                }
                Kind::Rest(argument)
            }
            Kind::Assignment { is_plain: false, left } => {
                let end = self.get(left).end as usize;
                return self.raise(end, "Only '=' operator can be used for specifying default value.");
            }
            Kind::Assignment { left, .. } => {
                self.nodes[left.0 as usize] = self.make_assignable(self.get(left), is_binding, None)?;
                Kind::AssignmentPattern { left }
            }
            Kind::Chain { .. } => return self.raise(start, "Optional chaining cannot appear in left-hand side"),
            _ => return self.raise(start, "Assigning to rvalue"),
        };
        Ok(node)
    }

    pub(super) fn make_list_assignable(&mut self, list: List, is_binding: bool) -> Step {
        for id in list.iter() {
            self.nodes[id.0 as usize] = self.make_assignable(self.get(id), is_binding, None)?;
        }
        Ok(())
    }

    /// Reports the doubts of code that is a pattern after all: one that is assigned to, or one that binds.
    pub(super) fn check_pattern_doubts(&mut self, doubts: &Doubts, is_assigned: bool) -> Step {
        if let Some(start) = doubts.comma_after_rest {
            return self.raise(start as usize, "Comma is not permitted after the rest element");
        }
        match if is_assigned { doubts.parenthesised_target } else { doubts.parenthesised_binding } {
            Some(start) if is_assigned => self.raise(start as usize, "Assigning to rvalue"),
            Some(start) => self.raise(start as usize, "Parenthesized pattern"),
            None => Ok(()),
        }
    }

    /// Reads a name or a pattern that binds.
    pub(super) fn binding_atom(&mut self) -> Step<Node<'a>> {
        let start = self.start;
        match self.token {
            Token::BracketL => self.nested(Cost::Function, |this| {
                this.next()?;
                let elements = this.binding_list(Token::BracketR, true)?;
                Ok(this.node(start, Kind::ArrayPattern(elements)))
            }),
            Token::BraceL => self.nested(Cost::Function, |this| this.object(true, None)),
            _ => self.identifier(),
        }
    }

    pub(super) fn binding_list(&mut self, close: Token, allow_holes: bool) -> Step<List> {
        let base = self.pending.len();
        let mut is_first = true;
        while !self.eat(close)? {
            if !std::mem::take(&mut is_first) {
                self.expect(Token::Comma)?;
            }
            if allow_holes && self.token == Token::Comma {
                continue;
            }
            if self.eat(close)? {
                break;
            }
            if self.token == Token::Ellipsis {
                let rest = self.rest_binding()?;
                self.pending.push(rest);
                if self.token == Token::Comma {
                    return self.raise(self.start, "Comma is not permitted after the rest element");
                }
                self.expect(close)?;
                break;
            }
            let element = self.binding_element()?;
            self.pending.push(element);
        }
        Ok(self.close_list(base))
    }

    pub(super) fn rest_binding(&mut self) -> Step<Node<'a>> {
        let start = self.start;
        self.next()?;
        let argument = self.binding_atom()?;
        let argument = self.store(argument);
        Ok(self.node(start, Kind::Rest(argument)))
    }

    /// Reads a binding with an optional default value.
    pub(super) fn binding_element(&mut self) -> Step<Node<'a>> {
        let start = self.start;
        let left = self.binding_atom()?;
        self.with_default(start, left)
    }

    /// Reads the default value of `left`, if one follows.
    pub(super) fn with_default(&mut self, start: usize, left: Node<'a>) -> Step<Node<'a>> {
        if !self.eat(Token::Eq)? {
            return Ok(left);
        }
        self.assignment(ForHead::No, None)?;
        let left = self.store(left);
        Ok(self.node(start, Kind::AssignmentPattern { left }))
    }

    pub(super) fn check_assigned(&mut self, target: Node<'a>) -> Step {
        self.check_target(target, Binding::None, None)
    }

    pub(super) fn check_assigned_pattern(&mut self, pattern: Node<'a>) -> Step {
        self.check_pattern(pattern, Binding::None, None)
    }

    pub(super) fn check_bound(&mut self, target: Node<'a>, binding: Binding) -> Step {
        self.check_target(target, binding, None)
    }

    pub(super) fn check_bound_pattern(&mut self, pattern: Node<'a>, binding: Binding) -> Step {
        self.check_pattern(pattern, binding, None)
    }

    pub(super) fn check_parameters(&mut self, parameters: List) -> Step {
        let mut names = HashSet::new();
        for id in parameters.iter() {
            self.check_element(self.get(id), Binding::Var, Some(&mut names))?;
        }
        Ok(())
    }

    /// Checks and declares each name of a pattern; none may be in `taken`, to which all are added.
    fn check_pattern(&mut self, pattern: Node<'a>, binding: Binding, mut taken: Option<&mut HashSet<&'a str>>) -> Step {
        match pattern.kind {
            Kind::ObjectPattern(parts) | Kind::ArrayPattern(parts) => {
                for id in parts.iter() {
                    self.check_element(self.get(id), binding, taken.as_deref_mut())?;
                }
                Ok(())
            }
            _ => self.check_target(pattern, binding, taken),
        }
    }

    /// Checks a part of a pattern or a parameter, which may have a default value.
    fn check_element(&mut self, element: Node<'a>, binding: Binding, taken: Option<&mut HashSet<&'a str>>) -> Step {
        match element.kind {
            Kind::Property { value, .. } => self.check_element(self.get(value), binding, taken),
            Kind::AssignmentPattern { left: inner } | Kind::Rest(inner) => {
                self.check_pattern(self.get(inner), binding, taken)
            }
            _ => self.check_pattern(element, binding, taken),
        }
    }

    /// Checks that a name or member may be bound or assigned to, and declares a bound name.
    fn check_target(&mut self, target: Node<'a>, binding: Binding, taken: Option<&mut HashSet<&'a str>>) -> Step {
        let is_bound = binding != Binding::None;
        let start = target.start as usize;
        match target.kind {
            Kind::Identifier(name @ ("eval" | "arguments")) => {
                let deed = if is_bound { "Binding" } else { "Assigning to" };
                self.raise(start, format!("{deed} {name} in strict mode"))
            }
            Kind::Identifier(name) => {
                if taken.is_some_and(|taken| !taken.insert(name)) {
                    return self.raise(start, "Argument name clash");
                }
                self.declare(name, binding, target.start)
            }
            Kind::Chain { .. } => self.raise(start, "Optional chaining cannot appear in left-hand side"),
            Kind::Member { .. } if is_bound => self.raise(start, "Binding member expression"),
            Kind::Member { .. } => Ok(()),
            _ => self.raise(start, if is_bound { "Binding rvalue" } else { "Assigning to rvalue" }),
        }
    }
}
