//! Data that flows from one stream into another: `request.pipe(unpacker)`, `pipeline(request, unpacker, …)`.

use super::{Const, Flow, Found, SinkKind, Term, TermKind, models::Role};
use crate::estree::{Kind, Node};

/// The maximum length of a chain of streams that is followed.
const MAX_STREAMS: usize = 8;

impl<'a> Flow<'a> {
    /// Looks at streams that a call pipes into one another, for a sink among them.
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

    /// Returns whether a stream is passed to a reader with options that set a limit: `read(stream, { limit })`.
    fn is_read_with_limit(&mut self, stream: Node<'a>) -> bool {
        /// Options of readers that end a stream which gives more.
        const LIMITS: &[&str] = &["limit", "maxBuffer", "maxBytes", "maxLength", "maxSize"];
        let uses = self.uses_of_stream(stream);
        let calls = uses.into_iter().filter_map(|reference| {
            let call = reference.parent().filter(|parent| parent.is(Kind::CallExpression))?;
            (call.argument_at(0) == Some(reference)).then(|| call.argument_at(1))?
        });
        calls.take(MAX_STREAMS).collect::<Vec<_>>().into_iter().any(|options| {
            let options = self.value(options);
            match &*self.kind(options) {
                TermKind::Object { properties, spreads, .. } => {
                    let limit = properties.iter().find(|(name, _)| LIMITS.contains(&&**name));
                    match limit {
                        Some(&(_, limit)) => self.is_limit(limit),
                        // The caller's options may hold one.
                        None => spreads.iter().any(|&spread| self.is_callers(spread)),
                    }
                }
                _ => self.is_callers(options),
            }
        })
    }

    /// Returns the references to the variable that holds a stream, and to those that hold it where its function is
    /// called.
    fn uses_of_stream(&mut self, stream: Node<'a>) -> Vec<Node<'a>> {
        let Some(variable) = stream.variable() else { return Vec::new() };
        let mut uses: Vec<Node<'a>> = variable.references().collect();
        let is_returned = uses.iter().any(|it| it.parent().is_some_and(|parent| parent.is(Kind::ReturnStatement)));
        let function = self.function_of(stream);
        if !is_returned || function == oxc_syntax::node::NodeId::ROOT {
            return uses;
        }
        let function = self.node(function);
        for call in self.callers(function).into_iter().take(MAX_STREAMS) {
            let holder = call.parent().and_then(|parent| match parent.kind() {
                Kind::VariableDeclarator => parent.declared(),
                Kind::AssignmentExpression => parent.left(),
                _ => None,
            });
            uses.extend(holder.and_then(Node::variable).into_iter().flat_map(|variable| variable.references()));
        }
        uses
    }

    /// Returns whether a value is a limit: present, finite, and not chosen by a stranger.
    fn is_limit(&self, limit: Term) -> bool {
        match &*self.kind(limit) {
            TermKind::Const(Const::Number(number)) => number.is_finite(),
            TermKind::Const(Const::String(text)) => !text.is_empty(),
            TermKind::Const(_) => false,
            TermKind::Api(path) => &**path != "Infinity",
            _ => !self.is_request_data(limit),
        }
    }

    /// Returns whether the caller of the function passes options as a whole.
    fn is_callers(&self, options: Term) -> bool {
        match &*self.kind(options) {
            &TermKind::Source(source) => self.source(source).kind == crate::engine::SourceKind::Parameter,
            TermKind::Union(members) => members.iter().any(|&member| self.is_callers(member)),
            &TermKind::Logic(_, left, right) | &TermKind::Choice(_, left, right) => {
                self.is_callers(left) || self.is_callers(right)
            }
            _ => false,
        }
    }

    /// Returns whether a stranger's request decides a value.
    fn is_request_data(&self, value: Term) -> bool {
        match &*self.kind(value) {
            &TermKind::Source(source) => self.source(source).kind == crate::engine::SourceKind::Remote,
            _ => false,
        }
    }

    /// Returns the data of a stream: that of the first stream in the chain that is piped into it.
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
