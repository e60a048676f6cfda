//! The values of promises, and the object `arguments`.

use super::{Flow, Frame, Term, TermKind};
use crate::estree::{Kind, Node};

/// The maximum number of calls of `resolve` in one promise that are distinguished.
const MAX_RESOLVED: usize = 12;

/// The maximum number of arguments beyond the parameters that are distinguished.
const MAX_NAMED: usize = 3;

impl<'a> Flow<'a> {
    /// Returns the value of `new Promise(executor)`: any argument with which the executor calls its first parameter.
    pub(super) fn promised(&mut self, executor: Term, at: Node<'a>) -> Option<Term> {
        let &TermKind::Function(id, outer) = &*self.kind(executor) else { return None };
        let function = self.node(id);
        let resolve = function.params().first()?;
        let variable = resolve.variable()?;
        let mut values = Vec::new();
        for reference in variable.references().take(4 * MAX_RESOLVED) {
            let call = reference.parent().filter(|parent| parent.is(Kind::CallExpression));
            let Some(call) = call.filter(|call| call.callee() == Some(reference)) else { continue };
            if values.len() >= MAX_RESOLVED {
                break;
            }
            let value = call.argument_at(0).map_or(Term::UNDEFINED, |argument| self.expression(argument, outer));
            let conditions =
                if self.is_tainted(value) { self.conditions_within(call, function, outer) } else { Vec::new() };
            values.push(self.guarded(value, conditions, call));
        }
        if values.is_empty() { None } else { Some(self.union(values, at)) }
    }

    /// Returns the value of `arguments`.
    pub(super) fn arguments_object(&mut self, at: Node<'a>, frame: Frame) -> Term {
        let mut function = self.function_of(at);
        while self.node(function).is(Kind::ArrowFunctionExpression) {
            function = self.function_of(self.node(function));
        }
        if frame != Frame::ROOT && self.frames[frame.0 as usize].function == function {
            let items = self.frames[frame.0 as usize].arguments.clone();
            let (items, rest) = self.spread_items(items, None, at);
            return self.make(TermKind::Array { items, rest }, at);
        }
        let function = self.node(function);
        let parameters = function.params();
        let mut items = Vec::new();
        for parameter in parameters.iter() {
            items.push(self.parameter_at(function, parameter, Frame::ROOT));
        }
        // Further arguments are distinguished as far as code usually reads them one by one.
        for index in parameters.len()..parameters.len().max(MAX_NAMED) {
            items.extend(self.entry_parameter(function, index, at));
        }
        let rest = self.entry_parameter(function, items.len(), at);
        self.make(TermKind::Array { items, rest }, at)
    }
}
