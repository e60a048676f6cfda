//! Calls of methods whose name is data.

use super::{Flow, Found, SinkKind, Term, TermKind, witness};
use crate::estree::{Kind, Node, Variable};

impl<'a> Flow<'a> {
    /// Looks at `object[name]()`, and at a call of a variable that holds such a property.
    pub(super) fn look_at_method(
        &mut self,
        call: Node<'a>,
        (callee, variable): (Node<'a>, Option<Variable<'a>>),
        found: &mut Vec<Found>,
    ) {
        let Some(member) = self.dynamic_callee(callee, variable) else { return };
        let (Some(object), Some(name)) = (member.object(), member.property()) else { return };
        let operand = self.value(name);
        if !self.is_tainted(operand) {
            return;
        }
        let holder = self.value(object);
        // `constructor` of a function makes functions of text.
        let is_function = matches!(*self.kind(holder), TermKind::Function(..) | TermKind::Class(_));
        let is_global =
            is_function || matches!(self.path_of(holder).as_deref(), Some("window" | "globalThis" | "self" | "global"));
        // A call of a missing function throws, which does no harm where that is caught.
        if !is_global && (self.is_bare(holder) || is_caught(call)) {
            return;
        }
        let kind = if is_global { SinkKind::GlobalMethod } else { SinkKind::Method };
        let sink = witness::Sink::new(kind, operand);
        if self.prove_sink(call, &sink, found) {
            self.record_name(call, kind);
        }
    }

    /// Returns the dynamic property that is called.
    fn dynamic_callee(&mut self, callee: Node<'a>, variable: Option<Variable<'a>>) -> Option<Node<'a>> {
        let member = match callee.kind() {
            Kind::MemberExpression => callee,
            Kind::Identifier => {
                let variable = variable?;
                let init = variable.init().filter(|init| is_dynamic(*init))?;
                // A variable that is assigned to again may hold anything.
                if self.writes(variable).number() != 1 {
                    return None;
                }
                init
            }
            _ => return None,
        };
        is_dynamic(member).then_some(member)
    }

    /// Returns whether an object is a list, a map, a text or has no prototype: no method of these does damage when an
    /// attacker chooses its name.
    fn is_bare(&self, object: Term) -> bool {
        match &*self.kind(object) {
            TermKind::Array { .. } | TermKind::Source(_) | TermKind::Concat(_) => true,
            TermKind::Api(path) => &**path == "Object.create()",
            TermKind::Op(name, _) => matches!(&**name, "Map" | "Set"),
            TermKind::Guarded(inner, _) => self.is_bare(*inner),
            _ => false,
        }
    }
}

/// Returns whether an expression reads a property whose name is not a literal.
fn is_dynamic(node: Node<'_>) -> bool {
    node.is(Kind::MemberExpression)
        && node.computed()
        && node.property().is_some_and(|property| property.literal().is_none())
}

/// Returns whether the function of a call catches what the call throws.
fn is_caught(call: Node<'_>) -> bool {
    let mut child = call;
    for node in call.ancestors().take_while(|node| !node.is_function()) {
        if node.is(Kind::TryStatement) && node.handler().is_some() && node.block() == Some(child) {
            return true;
        }
        child = node;
    }
    false
}
