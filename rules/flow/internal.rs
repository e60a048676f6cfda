//! Functions that other files could call, but should not: a keyword, a comment or their name says so.

use oxc_ast::{AstKind, ast::TSAccessibility};

use super::{Flow, calls::function_name, index::is_exports};
use crate::estree::{Kind, Node, Variable};

/// Tags of documentation comments that declare what follows private: TypeScript's, JSDoc's and dox's.
const PRIVATE_TAGS: &[&str] = &["@access private", "@api private", "@internal", "@private"];

impl<'a> Flow<'a> {
    /// Returns whether a function is private to the text, and the text calls it: only these calls give its parameters
    /// their values.
    pub(super) fn is_internal(&mut self, function: Node<'a>) -> bool {
        if is_private_member(function) {
            return true;
        }
        self.is_marked_private(function) && self.is_called_inside(function)
    }

    fn is_marked_private(&self, function: Node<'a>) -> bool {
        member_name(function).is_some_and(is_private_name) || self.is_said_private(function)
    }

    /// Returns whether a callee is a property of `exports` that holds a private function: `exports._run`.
    pub(super) fn calls_private_export(&self, callee: Node<'a>, function: Node<'a>) -> bool {
        let set = function.parent().and_then(Node::left);
        let is_export = |it: Node<'a>| it.object().is_some_and(is_exports);
        set.is_some_and(|set| {
            is_export(set) && is_export(callee) && set.property_identifier() == callee.property_identifier()
        }) && self.is_marked_private(function)
    }

    /// Returns whether an exported property is private by its name, and the text calls the function that it holds.
    pub(super) fn is_internal_export(&mut self, name: &str, value: Node<'a>) -> bool {
        let function = value.variable().map(Variable::definition).filter(|it| it.is_function());
        is_private_name(name) && function.is_some_and(|function| self.is_called_inside(function))
    }

    /// Returns whether the text calls a function, other than from within it.
    fn is_called_inside(&mut self, function: Node<'a>) -> bool {
        let Some(name) = function_name(function) else { return false };
        // The class of `this` may not be known; its methods of this name are.
        let is_own =
            |call: &Node<'a>| call.callee().and_then(Node::object).is_some_and(|it| it.is(Kind::ThisExpression));
        let class = function.parent().filter(|it| it.is(Kind::MethodDefinition)).and_then(Node::parent);
        let calls = self.calls_of(name);
        let calls_own = class.is_some_and(|class| calls.iter().any(|call| is_own(call) && call.is_within(class)));
        calls_own || self.callers(function).into_iter().any(|call| !call.is_within(function))
    }

    fn calls_of(&mut self, name: &str) -> Vec<Node<'a>> {
        /// The maximum number of calls of one name that are examined.
        const MAX_CALLS: usize = 40;
        let index = self.index();
        index.calls.get(name).into_iter().flatten().take(MAX_CALLS).map(|&call| self.node(call)).collect()
    }

    /// Returns whether the comment before a function, or before the statement or member that it is the value of, says
    /// that it is private.
    fn is_said_private(&self, function: Node<'a>) -> bool {
        let is_owner = |node: &Node<'a>| {
            node.is_any(&[
                Kind::AssignmentExpression,
                Kind::ExportNamedDeclaration,
                Kind::ExpressionStatement,
                Kind::MethodDefinition,
                Kind::Property,
                Kind::PropertyDefinition,
                Kind::VariableDeclaration,
                Kind::VariableDeclarator,
            ])
        };
        let owners = function.ancestors().take_while(is_owner);
        std::iter::once(function).chain(owners).any(|node| {
            self.tree.comments_before(node).last().is_some_and(|comment| {
                let text = self.tree.comment_text(comment);
                text.starts_with('*') && PRIVATE_TAGS.iter().any(|tag| text.contains(tag))
            })
        })
    }
}

/// Returns whether a function is a member that the language keeps private: `#run() {}`, `private run() {}`.
fn is_private_member(function: Node<'_>) -> bool {
    let Some(member) = function.parent() else { return false };
    let accessibility = match member.ast() {
        AstKind::MethodDefinition(method) => method.accessibility,
        AstKind::PropertyDefinition(property) => property.accessibility,
        _ => return false,
    };
    accessibility == Some(TSAccessibility::Private) || member.key().is_some_and(|key| key.is(Kind::PrivateIdentifier))
}

/// Returns the name of the member that a function is set as: of a class, an object, or what an assignment names.
fn member_name(function: Node<'_>) -> Option<&str> {
    let parent = function.parent()?;
    match parent.kind() {
        Kind::MethodDefinition | Kind::Property | Kind::PropertyDefinition => parent.key_identifier(),
        Kind::AssignmentExpression => parent.left()?.property_identifier(),
        _ => None,
    }
}

fn is_private_name(name: &str) -> bool {
    name.len() > 1 && name.starts_with('_')
}
