use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{alternatives, is_for_development, report_facts};
use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, snippet},
    estree::{AstType, Kind, Node},
    flow::{Fact, FactFilters, FactFound, Flow, Term, TermKind},
};

/// Finds answers that show where the program failed.
///
/// A stack trace names files, versions and inner workings: a map for the next attack. An error that is sent whole as
/// JSON shows neither the stack nor the message, but what its library adds, such as the query that failed or the
/// address of an internal service: that is a note.
///
/// ```js
/// res.status(500).send(error.stack);                  // found
/// res.status(500).json(error);                        // a note
/// res.status(500).json({ error: 'internal error' });  // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct StackTraceExposure;

pub(super) const FACT: Fact = Fact {
    rule: "stack-trace-exposure",
    on: &[AstType::AssignmentExpression, AstType::CallExpression, AstType::NewExpression, AstType::ObjectProperty],
    filters: FactFilters { calls: || SENDING.to_vec(), keys: || vec!["body"], ..FactFilters::NONE },
    check,
};

/// Methods that send their arguments.
const SENDING: &[&str] =
    &["NextResponse", "Response", "body", "end", "html", "json", "jsonp", "render", "send", "text", "write"];

/// Functions that make an answer of their first argument.
const MAKING: &[&str] = &["NextResponse", "NextResponse.json", "Response", "Response.json"];

/// Objects that answer requests, by the beginnings of their paths.
const ANSWERS: &[&str] = &["express.Response", "fastify.Reply", "hono.Context", "http.Response", "koa.Context"];

fn check<'a>(flow: &mut Flow<'a>, node: Node<'a>) -> Option<FactFound> {
    let given = answered(flow, node)?;
    let stack = given.iter().find_map(|&value| stack_in(flow, value));
    let place = stack.or_else(|| given.iter().find_map(|&value| error_in(flow, value)))?;
    if is_for_development(flow, place) {
        return None;
    }
    let text = if stack.is_some() { "the stack trace" } else { "the whole error: the fields that its library gave it" };
    let found = FactFound::at(node, "stackTraceExposure", 209)
        .what(format!("{} sends {} to whoever asked", snippet(node), snippet(place)))
        .fix("Log the error, and answer with a fixed text and an id to look it up by")
        .step(place, text)
        .attack("Whoever makes a request fail learns files, versions and inner workings");
    // JSON has neither the stack nor the message of an error.
    Some(if stack.is_some() { found } else { found.note() })
}

/// Returns the values that are sent as an answer: `res.json(…)`, `ctx.body = …`.
fn answered<'a>(flow: &mut Flow<'a>, node: Node<'a>) -> Option<Vec<Node<'a>>> {
    if node.is(Kind::AssignmentExpression) {
        let left = node.left().filter(|left| left.property_identifier() == Some("body"))?;
        let target = flow.value(left);
        let path = flow.path_of(target)?;
        return path.starts_with("koa.Context").then(|| node.right().into_iter().collect());
    }
    if node.is(Kind::Property) {
        return body_of_function(node).map(|body| vec![body]);
    }
    let path = flow.callee(node)?;
    if MAKING.contains(&&*path) {
        return node.argument_at(0).map(|body| vec![body]);
    }
    let method = node.callee_method().filter(|method| SENDING.contains(method))?;
    // Node.js's own answers have only these two methods: a call of another throws.
    if path.starts_with("http.Response") && !matches!(method, "end" | "write") {
        return None;
    }
    ANSWERS.iter().any(|kind| path.starts_with(kind)).then(|| node.arguments().iter().collect())
}

/// Returns the body of the answer of a function in a cloud: `{ statusCode: 500, body: … }`.
fn body_of_function(property: Node<'_>) -> Option<Node<'_>> {
    let is_answer = |object: Node<'_>| {
        object.is(Kind::ObjectExpression)
            && object.properties().iter().any(|property| property.key_identifier() == Some("statusCode"))
    };
    property.value().filter(|_| property.key_identifier() == Some("body") && property.parent().is_some_and(is_answer))
}

/// The maximum number of nodes of an argument that are searched.
const MAX_NODES: usize = 400;

/// Returns the place where a value contains a stack trace: `error.stack`, or a variable that holds it.
fn stack_in<'a>(flow: &mut Flow<'a>, value: Node<'a>) -> Option<Node<'a>> {
    let nodes: Vec<Node<'a>> = std::iter::once(value).chain(value.descendants()).take(MAX_NODES).collect();
    nodes.into_iter().find(|node| {
        if node.property_identifier() == Some("stack") {
            return !node.parent().is_some_and(|parent| parent.test() == Some(*node));
        }
        let is_name = node.identifier().is_some() && node.variable().is_some() && !is_key(*node);
        is_name && comes_from_stack(flow, *node)
    })
}

/// Returns whether a node names a property instead of giving a value.
fn is_key(node: Node<'_>) -> bool {
    node.parent().is_some_and(|parent| {
        parent.is(Kind::Property) && parent.key() == Some(node) && !parent.shorthand()
            || parent.is(Kind::MemberExpression) && parent.property() == Some(node)
    })
}

/// Returns whether a variable holds a stack trace: `const { stack } = error`, `const details = error.stack`.
fn comes_from_stack<'a>(flow: &mut Flow<'a>, name: Node<'a>) -> bool {
    let value = flow.value(name);
    alternatives(flow, value).into_iter().any(|value| {
        let of_first = |kind: &TermKind| match kind {
            TermKind::Op(_, arguments) => arguments.first().copied(),
            _ => None,
        };
        // The result of a method shows it, too.
        let value = of_first(&flow.kind(value)).unwrap_or(value);
        match &*flow.kind(value) {
            TermKind::Property(_, name) => &**name == "stack",
            TermKind::Source(id) => flow.source(*id).name.ends_with(".stack"),
            TermKind::Unknown => declared_as_stack(name),
            TermKind::Object { properties, .. } if !reads_another(name) => {
                let set = properties.iter().filter(|(name, _)| &**name == "stack");
                let given: Vec<(Term, Term)> = set
                    .flat_map(|&(_, set)| alternatives(flow, set).into_iter().map(move |value| (set, value)))
                    .collect();
                given.into_iter().any(|(set, value)| {
                    // Nothing is known of the error, and so not of its stack.
                    let given = flow.node(flow.place(if value == Term::UNKNOWN { set } else { value }));
                    !matches!(&*flow.kind(value), TermKind::Const(_)) && !is_for_development(flow, given)
                })
            }
            _ => false,
        }
    })
}

/// Returns whether only a property of an object is read, which is not its stack: `error.message`, `(error as
/// Error).message`.
fn reads_another(object: Node<'_>) -> bool {
    let is_cast = |it: &Node<'_>| it.is_any(&[Kind::TSAsExpression, Kind::TSNonNullExpression]);
    let casts = std::iter::successors(Some(object), |it| it.parent().filter(is_cast));
    let object = casts.last().unwrap_or(object);
    let member = object.parent().filter(|parent| parent.is(Kind::MemberExpression) && parent.object() == Some(object));
    member.and_then(Node::property_identifier).is_some_and(|name| name != "stack")
}

/// Returns whether the declaration of a variable gives it an error's stack.
fn declared_as_stack(name: Node<'_>) -> bool {
    let Some(declared) = name.variable().and_then(|variable| variable.names().next()) else { return false };
    let Some(parent) = declared.parent() else { return false };
    match parent.kind() {
        Kind::Property => {
            let is_pattern = parent.parent().is_some_and(|pattern| pattern.is(Kind::ObjectPattern));
            is_pattern && parent.key_identifier() == Some("stack")
        }
        Kind::VariableDeclarator => {
            // `error.stack.split('\n')` too.
            let links = std::iter::successors(parent.init(), |link| link.callee().or_else(|| link.object()));
            links.take(8).any(|link| link.property_identifier() == Some("stack"))
        }
        _ => false,
    }
}

/// Finds a caught error that is sent as it is: alone, or as a property.
fn error_in<'a>(flow: &mut Flow<'a>, value: Node<'a>) -> Option<Node<'a>> {
    match value.kind() {
        Kind::Identifier => is_error(flow, value).then_some(value),
        Kind::ObjectExpression => value.properties().iter().find_map(|property| {
            let inner = if property.is(Kind::SpreadElement) { property.argument() } else { property.value() };
            inner.filter(|inner| inner.is(Kind::Identifier) && is_error(flow, *inner))
        }),
        Kind::ConditionalExpression => {
            error_in(flow, value.consequent()?).or_else(|| error_in(flow, value.alternate()?))
        }
        Kind::CallExpression => {
            let shows = matches!(flow.callee(value).as_deref(), Some("JSON.stringify" | "util.inspect" | "String"));
            shows.then(|| error_in(flow, value.argument_at(0)?))?
        }
        _ => None,
    }
}

/// Returns whether a name is that of an error: caught by `catch`, or the first parameter of a callback or of a handler
/// of errors.
fn is_error<'a>(flow: &mut Flow<'a>, name: Node<'a>) -> bool {
    let Some(declared) = name.variable().and_then(|variable| variable.names().next()) else { return false };
    let Some(parent) = declared.parent() else { return false };
    if parent.is(Kind::CatchClause) {
        return true;
    }
    let is_called_error =
        declared.identifier().is_some_and(|name| matches!(name, "e" | "err" | "error" | "ex" | "exception"));
    let is_first = parent.is_function() && parent.params().first() == Some(declared);
    if !is_called_error || !is_first {
        return false;
    }
    // An object of the program may have the name of an error.
    let value = flow.value(name);
    matches!(&*flow.kind(value), TermKind::Unknown | TermKind::Source(_) | TermKind::Api(_) | TermKind::Call { .. })
}

impl StatelessRule for StackTraceExposure {
    const META: Meta = Meta {
        id: "oxsec/stack-trace-exposure",
        cwe: 209,
        owasp: "A05:2021 Security Misconfiguration",
        cvss: 5.3,
        on: &[AstType::Program],
        filters: Filters::PROOFS,
        messages: &["stackTraceExposure"],
    };

    fn check<'a>(&self, _: Node<'a>, ctx: &mut Context<'a, '_>) {
        report_facts(ctx, &FACT, Level::Medium);
    }
}
