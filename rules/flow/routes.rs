//! Checks before a handler of requests: in the functions that its route, or its router, calls first.

use super::{Condition, Const, Flow, Frame, Shape, TermKind, schemas::declared_value};
use crate::{
    engine::SourceKind,
    estree::{Kind, Node},
};

/// Methods of servers and routers that register handlers.
const METHODS: &[&str] = &["all", "del", "delete", "get", "head", "options", "patch", "post", "put", "use"];

/// The maximum number of functions before a handler, and of uses of a name, that are looked at.
const MAX_FUNCTIONS: usize = 12;
const MAX_USES: usize = 24;

impl<'a> Flow<'a> {
    /// Returns the conditions under which a handler of requests is called: those before it call `next`.
    pub(super) fn conditions_of_route(&mut self, handler: Node<'a>) -> Vec<Condition> {
        if handler.params().is_empty() {
            return Vec::new();
        }
        let Some((registration, place)) = registration(handler) else { return Vec::new() };
        let mut before: Vec<Node<'a>> = self.used_before(registration);
        before.extend(registration.arguments().iter().take(place));
        let mut conditions = Vec::new();
        for given in before.into_iter().flat_map(listed).take(MAX_FUNCTIONS) {
            // A text is a path, a member another file's.
            if given.literal().is_some() {
                continue;
            }
            let value = self.value(given);
            if let &TermKind::Function(id, outer) = &*self.kind(value) {
                let function = self.node(id);
                if function != handler {
                    conditions.extend(self.conditions_of_next(function, outer));
                }
            } else if given.is(Kind::CallExpression) {
                conditions.extend(self.conditions_of_chain(given));
            }
        }
        conditions
    }

    /// Returns the conditions under which the route of the handler around a node is taken: where its path has a first
    /// segment, the address does not begin with two slashes.
    pub(super) fn conditions_of_path(&mut self, at: Node<'a>) -> Vec<Condition> {
        const ADDRESSES: &[&str] = &["express.Request.originalUrl", "express.Request.path", "express.Request.url"];
        let mut handlers = at.ancestors().filter(|it| it.is_function());
        let Some((registration, _)) = handlers.find_map(registration) else { return Vec::new() };
        let path = registration.argument_at(0).and_then(Node::string);
        if registration.callee_method() == Some("use") || !path.is_some_and(begins_with_segment) {
            return Vec::new();
        }
        let pattern = Const::RegExp { pattern: r"^/(?![/\\])".into(), flags: "".into() };
        let pattern = self.make(TermKind::Const(pattern), registration);
        let mut conditions = Vec::new();
        for &address in ADDRESSES {
            let address = self.root_source(SourceKind::Remote, Shape::Text, address, registration);
            let term = self.operation(".test", vec![pattern, address], registration);
            conditions.push(Condition { term, holds: true });
        }
        conditions
    }

    /// The functions that a router calls before every handler registered later: `router.use(check)`.
    fn used_before(&mut self, registration: Node<'a>) -> Vec<Node<'a>> {
        let router = registration.callee().and_then(Node::object).and_then(Node::variable);
        let Some(router) = router.and_then(|router| router.names().next()) else { return Vec::new() };
        let index = self.index();
        let uses = index.calls.get("use").into_iter().flatten().map(|&call| self.node(call));
        let is_before = |call: &Node<'a>| {
            let of = call.callee().and_then(Node::object).and_then(Node::variable);
            call.id() < registration.id()
                && call.argument_at(0).is_some_and(|first| first.literal().is_none())
                && of.and_then(|of| of.names().next()) == Some(router)
        };
        uses.filter(is_before).take(MAX_FUNCTIONS).flat_map(|call| call.arguments().iter()).collect()
    }

    /// Returns the conditions under which a function goes on to the next one.
    fn conditions_of_next(&mut self, function: Node<'a>, outer: Frame) -> Vec<Condition> {
        let parameters = function.params();
        let next = match parameters.len() {
            3 => parameters.get(2),
            2 => parameters.get(1).filter(|second| second.identifier() == Some("next")),
            _ => None,
        };
        let Some(next) = next.and_then(Node::variable) else { return Vec::new() };
        let mut ways = Vec::new();
        for reference in next.references().take(MAX_USES) {
            let call = reference.parent().filter(|call| call.is(Kind::CallExpression));
            // Whoever else is given it may call it whenever he likes.
            let Some(call) = call.filter(|call| call.callee() == Some(reference)) else { return Vec::new() };
            if call.arguments().is_empty() {
                ways.push(self.conditions_within(call, function, outer));
            }
        }
        if ways.is_empty() { Vec::new() } else { self.conditions_of_ways(ways, function) }
    }
}

/// Returns whether all addresses that a route's path matches have text behind the first slash, which is no slash.
fn begins_with_segment(path: &str) -> bool {
    let Some(rest) = path.strip_prefix('/') else { return false };
    if let Some(name) = rest.strip_prefix(':') {
        let end = name.find(|it: char| !it.is_alphanumeric() && it != '_').unwrap_or(name.len());
        let rest = &name[end..];
        // A pattern of its own may match slashes, and so may any number of segments.
        return match rest.strip_prefix('(').and_then(|rest| rest.split_once(')')) {
            Some((pattern, _)) => {
                !pattern.contains(['.', '/', '^']) && ![r"\D", r"\S", r"\W"].iter().any(|class| pattern.contains(class))
            }
            None => !rest.starts_with(['(', '*', '+']),
        };
    }
    !rest.starts_with(['(', '*', '?', '+', '{', '/'])
}

/// Returns the call that registers a handler, and the handler's place among its arguments; of a function with a name
/// that it is given by, where this is its only use.
pub(super) fn registration<'a>(handler: Node<'a>) -> Option<(Node<'a>, usize)> {
    if let Some(found) = registered_with(handler) {
        return Some(found);
    }
    let parent = handler.parent()?;
    let name = handler.declared().or_else(|| parent.declared().filter(|_| parent.is(Kind::VariableDeclarator)))?;
    let mut uses = name.variable()?.references();
    match (uses.next(), uses.next()) {
        (Some(only), None) => registered_with(only),
        _ => None,
    }
}

/// The registration that an expression is an argument of, also where a function wraps it:
/// `wrap(async (req, res) => …)`.
fn registered_with<'a>(given: Node<'a>) -> Option<(Node<'a>, usize)> {
    /// How many calls may wrap it.
    const MAX_WRAPPERS: usize = 2;
    let mut given = given;
    for _ in 0..=MAX_WRAPPERS {
        let call = given.parent().filter(|call| call.is(Kind::CallExpression))?;
        let place = call.arguments().iter().position(|argument| argument == given)?;
        if place > 0 && call.callee_method().is_some_and(|method| METHODS.contains(&method)) {
            return Some((call, place));
        }
        given = call;
    }
    None
}

/// Returns the items of a list; any other expression by itself.
fn listed<'a>(given: Node<'a>) -> Vec<Node<'a>> {
    let given = given.argument().filter(|_| given.is(Kind::SpreadElement)).unwrap_or(given);
    let list = declared_value(given);
    if list.is(Kind::ArrayExpression) { list.elements().iter().collect() } else { vec![given] }
}
