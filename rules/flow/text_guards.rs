//! Code that lets only text through: methods that only text has, and models that cast what they store.

use super::{Condition, Flow, Frame, Term, TermKind, topics::Topic};
use crate::estree::{Kind, Node};

impl<'a> Flow<'a> {
    /// Adds the conditions that the values are text of which an expression calls a method that only text has, in a text
    /// that may ask databases: `name.trim()` throws on an object.
    pub(super) fn add_texts(&mut self, expression: Node<'a>, frame: Frame, conditions: &mut Vec<Condition>) {
        /// The maximum number of nodes that are searched.
        const MAX_NODES: usize = 60;
        const METHODS: &[&str] =
            &["endsWith", "match", "replace", "split", "startsWith", "substring", "toLowerCase", "toUpperCase", "trim"];
        if !self.speaks_of(Topic::Documents) && !self.speaks_of(Topic::Models) {
            return;
        }
        let nodes = std::iter::once(expression).chain(expression.descendants()).take(MAX_NODES);
        let called = nodes.filter(|node| node.callee_method().is_some_and(|method| METHODS.contains(&method)));
        for call in called {
            let callee = call.callee();
            let Some(receiver) = callee.and_then(Node::object).filter(|it| it.variable().is_some() || is_path(*it))
            else {
                continue;
            };
            let around = call.self_and_ancestors().take_while(|it| Some(*it) != expression.parent());
            if callee.is_some_and(Node::optional) || around.into_iter().any(may_be_skipped) {
                continue;
            }
            let value = self.expression(receiver, frame);
            if !matches!(self.kind_of(value), TermKind::Source(_)) {
                continue;
            }
            conditions.push(self.is_text(value, call));
        }
    }

    /// Adds the conditions that the values are text which a model of documents stores: it casts them to the types of
    /// its schema, and an object with operators is of none.
    pub(super) fn add_cast(&mut self, call: Node<'a>, frame: Frame, conditions: &mut Vec<Condition>) {
        let place = match call.callee_method() {
            Some("create") => 0,
            Some("findByIdAndUpdate" | "findOneAndUpdate" | "updateMany" | "updateOne") => 1,
            _ => return,
        };
        let model = call.callee().and_then(Node::object).and_then(Node::identifier);
        let (Some(stored), true) =
            (call.argument_at(place), model.is_some_and(|it| it.starts_with(char::is_uppercase)))
        else {
            return;
        };
        let stored = self.expression(stored, frame);
        let set = self.property(stored, "$set", call);
        for fields in [stored, set] {
            let TermKind::Object { properties, .. } = &*self.kind(fields) else { continue };
            for &(_, value) in properties {
                if matches!(self.kind_of(value), TermKind::Source(_)) {
                    conditions.push(self.is_text(value, call));
                }
            }
        }
    }

    /// Returns the condition that a value is text.
    pub(super) fn is_text(&mut self, value: Term, at: Node<'a>) -> Condition {
        let kind = self.operation("typeof", vec![value], at);
        let text = self.string("string", at);
        Condition { term: self.operation("===", vec![kind, text], at), holds: true }
    }
}

/// Returns whether an expression is the property of a property of a name: `req.body.name`.
fn is_path(node: Node<'_>) -> bool {
    node.is(Kind::MemberExpression) && node.innermost_object().is(Kind::Identifier)
}

/// Returns whether what is around a node may leave it out: functions, sides of choices, optional calls.
fn may_be_skipped<'a>(node: Node<'a>) -> bool {
    let is_side = |parent: Node<'a>| match parent.kind() {
        Kind::LogicalExpression | Kind::AssignmentPattern => parent.right() == Some(node),
        Kind::ConditionalExpression => parent.test() != Some(node),
        _ => false,
    };
    node.is_function() || node.is(Kind::ChainExpression) || node.parent().is_some_and(is_side)
}
