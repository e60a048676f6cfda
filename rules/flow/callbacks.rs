//! The arguments that callbacks are called with.

use std::sync::Arc;

use oxc_syntax::node::NodeId;

use super::{
    Flow, Frame, Term, TermKind,
    calls::function_name,
    models::{ANY, Role},
};
use crate::estree::{Kind, Node};

/// The maximum number of calls of one function that are searched.
const MAX_CALLS: usize = 8;

impl<'a> Flow<'a> {
    /// Returns the value of a parameter of a function that is an argument of a call, if it is known what the call
    /// passes.
    pub(super) fn callback_parameter(&mut self, function: Node<'a>, index: usize, parameter: Node<'a>) -> Option<Term> {
        // jQuery, by convention, where the text itself gives it nothing else.
        let is_called = |flow: &mut Self| function_name(function).is_some() && !flow.callers(function).is_empty();
        if matches!(parameter.identifier(), Some("$" | "jQuery")) && !is_called(self) {
            return Some(self.api("jquery", parameter));
        }
        let is_call = |node: &Node<'a>| node.is_any(&[Kind::CallExpression, Kind::NewExpression]);
        let Some(call) = function.parent().filter(is_call) else {
            if let Some(value) = self.option_parameter(function, index, parameter) {
                return Some(value);
            }
            // A function that is passed by its name.
            let name = function.declared().or_else(|| function.parent()?.declared())?;
            let references: Vec<Node<'a>> = name.variable()?.references().take(4 * MAX_CALLS).collect();
            for reference in references {
                if let Some(call) = reference.parent().filter(is_call)
                    && let Some(place) = (0..call.arguments().len()).find(|&at| call.argument_at(at) == Some(reference))
                    && let Some(value) = self.given_to_callback(call, place, index, parameter)
                {
                    return Some(value);
                }
            }
            return None;
        };
        let place = (0..call.arguments().len()).find(|&at| call.argument_at(at) == Some(function));
        let Some(place) = place else {
            // A function expression that is called at once.
            let arguments = self.arguments(call, Frame::ROOT);
            return Some(arguments.get(index).copied().unwrap_or(Term::UNDEFINED));
        };
        self.given_to_callback(call, place, index, parameter)
    }

    /// Returns the value that a call passes as the parameter `index` to the function that is its argument at `place`.
    pub(super) fn given_to_callback(
        &mut self,
        call: Node<'a>,
        place: usize,
        index: usize,
        parameter: Node<'a>,
    ) -> Option<Term> {
        let callee = call.callee()?;
        let value = self.value(callee);
        // Handlers of errors are given the error first.
        let takes_error = call.argument_at(place).is_some_and(|function| {
            let parameters = function.params();
            let first = parameters.first().and_then(Node::identifier).unwrap_or_default();
            parameters.len() == 4 && first.starts_with('e')
        });
        let index = if takes_error { index.checked_sub(1)? } else { index };
        if let Some(path) = self.path_of(value) {
            let models = Arc::clone(&self.models);
            for role in models.roles(&path) {
                if let Role::Callback(argument, number, name) = *role
                    && (argument == place || argument == ANY)
                    && number == index
                    && call.argument_at(0).and_then(Node::string) != Some("error")
                {
                    return Some(self.api(name, parameter));
                }
                if let Role::Feeds(argument, number, given) = *role
                    && argument == place
                    && number == index
                {
                    return call.argument_at(given).map(|given| self.value(given));
                }
                if let Role::Iterates(element, key) = *role
                    && (index == element || index == key)
                {
                    let list = call.argument_at(0).map_or(Term::UNKNOWN, |list| self.value(list));
                    if index == element {
                        return Some(self.element(list, parameter));
                    }
                    let keys = self.keys(list, parameter);
                    return Some(self.element(keys, parameter));
                }
            }
        }
        if let &TermKind::Function(id, outer) = &*self.kind(value) {
            return self.given_by_function((id, outer), call, place, index);
        }
        let method = callee.property().and_then(Node::name)?;
        let receiver = callee.object()?;
        let holder = receiver.property().and_then(Node::name).unwrap_or_default();
        for path in [format!("*.{holder}.{method}"), format!("*.{method}")] {
            let models = Arc::clone(&self.models);
            for role in models.roles(&path) {
                if let &Role::Callback(argument, number, name) = role
                    && argument == place
                    && number == index
                {
                    return Some(self.api(name, parameter));
                }
            }
        }
        if ITERATING.contains(&method) {
            let list = self.value(receiver);
            let item = usize::from(method == "reduce");
            if index == item {
                return Some(self.element(list, parameter));
            }
            return Some(Term::UNKNOWN);
        }
        if matches!(method, "then") && place == 0 && index == 0 {
            return Some(self.value(receiver));
        }
        if place == 1 && matches!(method, "addListener" | "on" | "once") {
            return self.emitted(call, receiver, index, parameter);
        }
        None
    }

    /// Returns what an emitter's event of the same name is emitted with in the text: `emitter.emit('done', value)`.
    fn emitted(&mut self, listening: Node<'a>, emitter: Node<'a>, index: usize, parameter: Node<'a>) -> Option<Term> {
        let event = listening.argument_at(0).and_then(Node::string)?;
        let index_of_text = self.index();
        let mut values = Vec::new();
        for &emit in index_of_text.calls.get("emit").into_iter().flatten().take(4 * MAX_CALLS) {
            let emit = self.node(emit);
            let of = emit.callee().and_then(Node::object);
            let is_it = emit.argument_at(0).and_then(Node::string) == Some(event)
                && of.is_some_and(|of| of.text() == emitter.text());
            if is_it && values.len() < MAX_CALLS {
                let value = emit.argument_at(index + 1).map_or(Term::UNDEFINED, |given| self.value(given));
                values.push(self.where_evaluated(value, emit));
            }
        }
        if values.is_empty() { None } else { Some(self.union(values, parameter)) }
    }
}

impl<'a> Flow<'a> {
    /// Returns the arguments that reach the called function, also with `f.call(this, …)` and `f.apply(this, list)`.
    pub(super) fn arguments_passed(&mut self, call: Node<'a>) -> Vec<Term> {
        let arguments = self.arguments(call, Frame::ROOT);
        let receiver = call.callee().and_then(Node::object);
        let method = call.callee_method().filter(|method| matches!(*method, "call" | "apply"));
        let (Some(receiver), Some(method)) = (receiver, method) else { return arguments };
        let function = self.value(receiver);
        let is_function = self.path_of(function).is_some_and(|path| !self.models.roles(&path).is_empty());
        match (is_function, method, arguments.get(1)) {
            (false, ..) => arguments,
            (true, "call", _) => arguments.get(1..).unwrap_or_default().to_vec(),
            (true, _, Some(&list)) => self.listed_arguments(list, call),
            _ => Vec::new(),
        }
    }

    /// Returns the value that a function of the text passes as the argument `index` to its callback at `place`.
    fn given_by_function(
        &mut self,
        (id, outer): (NodeId, Frame),
        call: Node<'a>,
        place: usize,
        index: usize,
    ) -> Option<Term> {
        let callback = self.node(id).params().get(place)?.variable()?;
        let arguments = self.arguments(call, Frame::ROOT);
        let frame = self.activate(id, outer, arguments, None, call)?;
        let mut values = Vec::new();
        for reference in callback.references().take(MAX_CALLS) {
            let Some(user) = reference.parent().filter(|user| user.callee() == Some(reference)) else { continue };
            if let Some(argument) = user.argument_at(index) {
                let value = self.expression(argument, frame);
                values.push(self.where_reached(value, user, self.node(id), frame));
            }
        }
        (!values.is_empty()).then(|| self.union(values, call))
    }
}

/// Methods that call a function with each element.
const ITERATING: &[&str] =
    &["map", "forEach", "filter", "find", "findIndex", "some", "every", "flatMap", "reduce", "findLast"];
