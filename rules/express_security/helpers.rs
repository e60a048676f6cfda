//! Helpers that several rules of the plugin share.

use crate::estree::{Kind, Node};

/// Returns whether a call is of a method `use`, on whatever: `app.use(…)`.
pub(super) fn is_use(call: Node<'_>) -> bool {
    call.is(Kind::CallExpression) && call.callee_method() == Some("use")
}

/// Returns whether a node calls a function `cors` by its bare name.
fn calls_cors(node: Node<'_>) -> bool {
    node.is(Kind::CallExpression) && node.callee_name() == Some("cors")
}

/// The `cors(…)` that a call is, or that `….use(…)` gets as its first argument. One that is an argument of a `use` is
/// not found by itself.
pub(super) fn cors_call(call: Node<'_>) -> Option<Node<'_>> {
    if is_use(call) {
        return call.argument_at(0).filter(|&argument| calls_cors(argument));
    }
    Some(call).filter(|&call| calls_cors(call) && !call.parent().is_some_and(is_use))
}

/// The options of a call, where they are its first argument and written out as an object.
pub(super) fn options_of(call: Node<'_>) -> Option<Node<'_>> {
    call.argument_at(0).filter(|options| options.is(Kind::ObjectExpression))
}
