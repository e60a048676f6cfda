//! Data that flows from one stream into another: `request.pipe(unpacker)`, `pipeline(request, unpacker, …)`.

use super::{Flow, Found, SinkKind, Term, TermKind, models::Role};
use crate::estree::{Kind, Node};

/// The maximum length of a chain of streams that is followed.
const MAX_STREAMS: usize = 8;

impl<'a> Flow<'a> {
    /// Looks at streams that a call pipes into one another, for one that does something dangerous with what it is
    /// given.
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
                if kind == SinkKind::Inflate && self.is_read_with_limit(target) {
                    continue;
                }
                let made = self.place(value);
                let maker = if made == oxc_syntax::node::NodeId::ROOT { target } else { self.node(made) };
                if self.takes_what_is_dangerous(maker, kind, &[]) {
                    let operand = self.streamed(source);
                    self.prove(target, operand, kind, &[], found);
                }
            }
        }
    }

    /// Returns whether what a stream gives is handed to a reader together with options that hold a limit: `read(stream,
    /// { limit })`.
    fn is_read_with_limit(&mut self, stream: Node<'a>) -> bool {
        /// Options of readers that end a stream which gives more.
        const LIMITS: &[&str] = &["limit", "maxBuffer", "maxBytes", "maxLength", "maxSize"];
        let Some(variable) = stream.variable() else { return false };
        let calls = variable.references().filter_map(|reference| {
            let call = reference.parent().filter(|parent| parent.is(Kind::CallExpression))?;
            (call.argument_at(0) == Some(reference)).then(|| call.argument_at(1))?
        });
        calls.take(MAX_STREAMS).collect::<Vec<_>>().into_iter().any(|options| {
            let options = self.value(options);
            match &*self.kind(options) {
                TermKind::Object { properties, .. } => properties.iter().any(|(name, limit)| {
                    let is_limit = LIMITS.contains(&&**name) && *limit != Term::UNDEFINED;
                    is_limit && !self.is_request_data(*limit)
                }),
                _ => false,
            }
        })
    }

    /// Returns whether a stranger's request decides a value.
    fn is_request_data(&self, value: Term) -> bool {
        match &*self.kind(value) {
            &TermKind::Source(source) => self.source(source).kind == crate::engine::SourceKind::Remote,
            _ => false,
        }
    }

    /// Returns what a stream gives: what the first of those that are piped into it is made of.
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

    /// Looks at a template whose tag runs it as a program with arguments: its first word is the program.
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
