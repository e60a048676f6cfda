//! The origins that a server allows to read its answers.

use super::{Const, Flow, Found, Frame, SinkKind, Term, TermKind, witness};
use crate::estree::{Kind, Node};

/// The maximum number of places of one function that are examined where it allows an origin.
const MAX_PLACES: usize = 12;

impl<'a> Flow<'a> {
    /// Looks at a call of `cors` for a function that decides about origins: `cors({ credentials: true, origin(origin,
    /// callback) { … } })`.
    pub(super) fn look_at_origins(&mut self, call: Node<'a>, found: &mut Vec<Found>) {
        let Some(function) = self.function_that_allows(call) else { return };
        let parameters = function.params();
        let (Some(origin), Some(callback)) = (parameters.get(0), parameters.get(1)) else { return };
        let origin = self.parameter_at(function, origin, Frame::ROOT);
        let Some(callback) = callback.variable() else { return };
        let answer = |reference: Node<'a>| {
            reference.parent().filter(|call| call.is(Kind::CallExpression) && call.callee() == Some(reference))
        };
        let answers: Vec<Node<'a>> = callback.references().filter_map(answer).take(MAX_PLACES).collect();
        for answer in answers {
            let Some(allowed) = answer.argument_at(1) else { continue };
            let allowed = self.value(allowed);
            if self.refuses(allowed) {
                continue;
            }
            let operand = if self.is_tainted(allowed) { allowed } else { origin };
            let sink = witness::Sink::new(SinkKind::Origin, operand);
            if self.prove_sink(answer, &sink, found) {
                return;
            }
        }
    }

    /// Looks at a call of a middleware for Koa whose function returns the origin that is allowed: `cors({ credentials:
    /// true, origin: (ctx) => ctx.get('Origin') })`.
    pub(super) fn look_at_returned_origins(&mut self, call: Node<'a>, found: &mut Vec<Found>) {
        let Some(function) = self.function_that_allows(call) else { return };
        let returned = self.given_back_by(function);
        for origin in returned {
            let operand = self.value(origin);
            if self.is_tainted(operand) {
                let conditions = self.conditions_at(origin, Frame::ROOT);
                let sink = witness::Sink { conditions, ..witness::Sink::new(SinkKind::Origin, operand) };
                self.prove_sink(call, &sink, found);
                return;
            }
        }
    }

    /// Returns the function among the options of a middleware that decides about origins, where these get credentials.
    fn function_that_allows(&mut self, call: Node<'a>) -> Option<Node<'a>> {
        let options = self.value(call.argument_at(0)?);
        let credentials = self.property(options, "credentials", call);
        let decides = self.property(options, "origin", call);
        let has_credentials = matches!(self.kind_of(credentials), TermKind::Const(Const::Bool(true)));
        match *self.kind_of(decides) {
            TermKind::Function(function, _) if has_credentials => Some(self.node(function)),
            _ => None,
        }
    }

    fn refuses(&self, allowed: Term) -> bool {
        matches!(&*self.kind(allowed), TermKind::Const(Const::Bool(false) | Const::Undefined | Const::Null))
    }

    /// Returns the value of a parameter of a function that is an option of a library: `cors.origin` is the path of the
    /// function in `cors({ origin })`.
    pub(super) fn option_parameter(&mut self, function: Node<'a>, index: usize, parameter: Node<'a>) -> Option<Term> {
        /// The maximum number of uses of a variable with options that are examined.
        const MAX_USES: usize = 8;
        let property = function.parent().filter(|parent| parent.is(Kind::Property))?;
        let name = property.key_identifier()?;
        let object = property.parent()?;
        let holder = object.parent()?;
        let calls: Vec<Node<'a>> = match holder.kind() {
            Kind::CallExpression | Kind::NewExpression => vec![holder],
            Kind::VariableDeclarator => {
                let uses = holder.declared()?.variable()?.references().filter_map(Node::parent);
                uses.filter(|it| it.is(Kind::CallExpression)).take(MAX_USES).collect()
            }
            _ => return None,
        };
        let models = std::sync::Arc::clone(&self.models);
        calls.into_iter().find_map(|call| {
            let path = format!("{}.{name}", self.callee(call)?);
            models.roles(&path).iter().find_map(|role| match *role {
                super::models::Role::Callback(_, number, kind) if number == index => Some(self.api(kind, parameter)),
                _ => None,
            })
        })
    }
}
