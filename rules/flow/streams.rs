//! Data that flows from one stream into another: `request.pipe(unpacker)`, `pipeline(request, unpacker, …)`.

use super::{Flow, Found, SinkKind, Term, TermKind, models::Role};
use crate::estree::{Kind, Node};

/// How many streams one after the other are followed.
const MAX_STREAMS: usize = 8;

impl<'a> Flow<'a> {
    /// Looks at streams that a call pipes into one another, for one that does something dangerous with what it is given.
    pub(super) fn look_at_pipe(&mut self, call: Node<'a>, found: &mut Vec<Found>) {
        let Some(callee) = call.callee() else { return };
        let name = callee.property().and_then(Node::name).or_else(|| callee.identifier());
        let (source, targets): (Node<'a>, Vec<Node<'a>>) = match name {
            Some("pipe") => match (callee.object(), call.argument_at(0)) {
                (Some(source), Some(target)) => (source, vec![target]),
                _ => return,
            },
            Some("pipeline") => match call.argument_at(0) {
                Some(source) => (source, call.arguments().iter().skip(1).take(MAX_STREAMS).collect()),
                None => return,
            },
            _ => return,
        };
        for target in targets {
            let value = self.value(target);
            let Some(path) = self.path_of(value) else { continue };
            let models = std::sync::Arc::clone(&self.models);
            for role in models.roles(&path) {
                let &Role::Streamed(kind) = role else { continue };
                let made = self.place(value);
                let maker = if made == oxc_syntax::node::NodeId::ROOT { target } else { self.node(made) };
                if self.takes_what_is_dangerous(maker, kind, &[]) {
                    let operand = self.streamed(source);
                    self.prove(target, operand, kind, &[], found);
                }
            }
        }
    }

    /// What a stream gives: what the first of those that are piped into it is made of.
    fn streamed(&mut self, stream: Node<'a>) -> Term {
        let mut first = stream;
        for _ in 0..MAX_STREAMS {
            match first.callee().filter(|_| first.is(Kind::CallExpression) && first.callee_method() == Some("pipe")) {
                Some(callee) => match callee.object() {
                    Some(object) => first = object,
                    None => break,
                },
                None => break,
            }
        }
        let value = self.value(first);
        match &*self.kind(value) {
            // A request is a stream of its body.
            TermKind::Api(path) => {
                let path = format!("{path}.data");
                let data = self.api(&path, first);
                if self.is_tainted(data) { data } else { value }
            }
            _ => value,
        }
    }

    /// Looks at a template whose tag runs it as a program with arguments: what stands first is the program.
    pub(super) fn look_at_tagged_template(&mut self, template: Node<'a>, found: &mut Vec<Found>) {
        let (Some(tag), Some(quasi)) = (template.tag(), template.quasi()) else { return };
        let begins_with_value =
            quasi.quasis().first().and_then(Node::cooked).is_some_and(|text| text.trim().is_empty());
        let Some(first) = quasi.expressions().first().filter(|_| begins_with_value) else { return };
        let value = self.value(tag);
        let Some(path) = self.path_of(value) else { return };
        let models = std::sync::Arc::clone(&self.models);
        for role in models.roles(&path) {
            if let Role::Sink(_, SinkKind::Program) = role {
                let operand = self.value(first);
                self.prove(template, operand, SinkKind::Program, &[], found);
            }
        }
    }
}
