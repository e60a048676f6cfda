//! The content types that servers give their answers, and answers that handlers return.

use std::rc::Rc;

use oxc_syntax::node::NodeId;

use super::{Condition, Const, Flow, Found, SinkKind, Term, TermKind, routes::registration};
use crate::estree::{Kind, Node};

/// The maximum number of places around an answer that say a content type and are skipped.
const MAX_AROUND: usize = 8;

/// The places that set the content type of an answer, in the order of the text.
pub(super) struct ContentTypes {
    calls: Vec<NodeId>,
    /// Calls that may say anything about an answer, or send a part of it.
    about_answers: Vec<NodeId>,
    /// Koa's: `context.type = 'json'`.
    assignments: Vec<NodeId>,
}

impl<'a> Flow<'a> {
    /// Returns whether the answer that a call sends is HTML, by the last content type that its function, or one around
    /// it, sets before it: `res.type('json')`, `res.setHeader('Content-Type', 'text/plain')`. `None` if these set none.
    pub(super) fn answers_with_html(&mut self, call: Node<'a>) -> Option<bool> {
        if !sends(call) {
            return None;
        }
        let function = self.function_of(call);
        let end = call.span().end;
        let function = self.node(function);
        let holder = call.start_of_chain().variable();
        let index = self.index();
        let types = &self.content_types().calls;
        let before = types.partition_point(|&said| self.node(said).span().start < end);
        let mut said = types[..before].iter().rev().take(MAX_AROUND).map(|&said| self.node(said));
        let is_around = |said: Node<'a>| {
            said.is_within(function)
                || call.is_within(self.node(index.function_of(said.id())))
                    && holder
                        .is_some_and(|it| said.start_of_chain().variable().is_some_and(|other| other.id() == it.id()))
        };
        let last = said.find(|said| said.span().end <= end && !may_fail_before(*said, call));
        last.filter(|said| is_around(*said)).and_then(content_type)
    }

    /// Returns whether a call ends an answer of which the function around it says no type, nor another part, before.
    pub(super) fn is_untyped_answer(&mut self, call: Node<'a>) -> bool {
        if call.callee_method() != Some("end") || !self.callee(call).is_some_and(|path| path.ends_with(".Response.end"))
        {
            return false;
        }
        let function = self.function_of(call);
        let start = self.node(function).span().start;
        let said = &self.content_types().about_answers;
        let first = said.partition_point(|&it| self.node(it).span().start < start);
        said.get(first).is_none_or(|&it| self.node(it).span().start >= call.span().start)
    }

    /// Returns whether the body that an assignment gives an answer of Koa is HTML: it is unless it is bytes, or another
    /// type is set in the same function, before it or right after.
    pub(super) fn answers_koa_with_html(&mut self, assignment: Node<'a>, body: Term) -> bool {
        let function = self.function_of(assignment);
        let function = self.node(function);
        let (start, end) = (assignment.span().start, assignment.span().end);
        let types = self.content_types();
        let (mut before, mut after) = (None, None);
        for types in [&types.calls, &types.assignments] {
            let split = |place: u32| types.partition_point(|&said| self.node(said).span().start < place);
            let within = |said: &NodeId| Some(self.node(*said)).filter(|said| said.is_within(function));
            let mut earlier = types[..split(start)].iter().rev().take(MAX_AROUND).filter_map(within);
            let last = earlier.find(|said| said.span().end <= start).map(Node::id);
            before = before.max(last);
            let mut later = types[split(end)..].iter().take(MAX_AROUND).filter_map(within);
            let next = later.find(|said| follows(*said, assignment)).map(Node::id);
            after = [after, next].into_iter().flatten().min();
        }
        // The last one before it counts, unless one comes after it.
        let said = after.or(before).map(|said| self.node(said));
        said.and_then(|said| content_type(said).or_else(|| type_assigned(said))).unwrap_or_else(|| !self.is_bytes(body))
    }

    /// Returns whether a value is a buffer: the contents of an upload or of a body that is not decoded.
    pub(super) fn is_bytes(&self, value: Term) -> bool {
        match self.kind_of(value) {
            TermKind::Op(name, _) => matches!(&**name, "Buffer.from" | "Buffer.concat"),
            TermKind::Guarded(value, _) => self.is_bytes(*value),
            &TermKind::Source(source) => {
                let source = self.source(source);
                source.name.ends_with(".buffer") || self.node(source.at).arguments().len() == 1 && source.is_bytes
            }
            _ => false,
        }
    }

    /// Returns the condition that a path has no `..` in it: `send` answers others with an error.
    pub(super) fn has_no_parent(&mut self, path: Term, at: Node<'a>) -> Condition {
        let pattern = Const::RegExp { pattern: r"(?:^|[\\/])\.\.(?:[\\/]|$)".into(), flags: "".into() };
        let pattern = self.make(TermKind::Const(pattern), at);
        let term = self.operation(".test", vec![pattern, path], at);
        Condition { term, holds: false }
    }

    /// Looks at what a handler of NestJS returns: a text is answered as a page.
    pub(super) fn look_at_return(&mut self, statement: Node<'a>, found: &mut Vec<Found>) {
        let function = statement.ancestors().find(|it| it.is_function());
        let method = function.and_then(Node::parent).filter(|it| it.is(Kind::MethodDefinition));
        let (Some(function), Some(method), Some(value)) = (function, method, statement.argument()) else { return };
        if !self.answers_with_what_it_returns(function, method) {
            return;
        }
        let operand = self.value(value);
        if !matches!(&*self.kind(operand), TermKind::Object { .. } | TermKind::Array { .. }) {
            self.prove(statement, operand, SinkKind::Html, &[], found);
        }
    }

    /// Returns whether a method handles requests of NestJS by what it returns, and says of no other type of content.
    fn answers_with_what_it_returns(&mut self, function: Node<'a>, method: Node<'a>) -> bool {
        const HANDLING: &[&str] = &["All", "Delete", "Get", "Patch", "Post", "Put"];
        let mut handles = false;
        for decorator in method.decorators().iter().filter_map(Node::expression) {
            match decorator.callee_name() {
                Some(name) if HANDLING.contains(&name) => {
                    handles = self.callee(decorator).is_some_and(|path| path.starts_with("@nestjs.common."));
                }
                Some("Header") => {
                    let name = decorator.argument_at(0).and_then(Node::string).unwrap_or_default();
                    let says_other = decorator.argument_at(1).and_then(says_html) == Some(false);
                    if says_other && name.eq_ignore_ascii_case("content-type") {
                        return false;
                    }
                }
                Some("Redirect" | "Render") => return false,
                _ => {}
            }
        }
        // Who is given the answer sends it.
        let is_answer = |decorator: Node<'a>| {
            let name = decorator.expression().and_then(Node::callee_name);
            matches!(name, Some("Next" | "Res" | "Response"))
        };
        handles && !function.params().iter().any(|parameter| parameter.decorators().iter().any(is_answer))
    }

    /// Returns the places that set the content type of an answer.
    fn content_types(&mut self) -> Rc<ContentTypes> {
        let tree = self.tree;
        let find = || {
            let about_answers: Vec<_> =
                tree.nodes_of([Kind::CallExpression]).filter(|call| is_about_answer(*call)).collect();
            let calls = about_answers.iter().filter(|call| content_type(**call).is_some());
            let assignments = tree.nodes_of([Kind::AssignmentExpression]).filter(|it| type_assigned(*it).is_some());
            Rc::new(ContentTypes {
                calls: calls.map(|call| call.id()).collect(),
                about_answers: about_answers.iter().map(|call| call.id()).collect(),
                assignments: assignments.map(Node::id).collect(),
            })
        };
        Rc::clone(self.content_types.get_or_insert_with(find))
    }
}

/// Returns whether a call may say something about an answer, or send a part of it: among others, all that
/// [`content_type`] knows.
fn is_about_answer(call: Node<'_>) -> bool {
    const METHODS: &[&str] =
        &["append", "contentType", "header", "pipe", "set", "setHeader", "type", "write", "writeHead", "writeHeader"];
    // `writeHead(200)` says nothing of the answer's type.
    call.callee_method().is_some_and(|method| {
        METHODS.contains(&method) && (!method.starts_with("writeHead") || call.arguments().len() > 1)
    })
}

/// Returns whether a call answers a request that only a script sends, such as PUT: no browser shows the answer as a
/// page, since links and forms send GET and POST.
pub(super) fn answers_scripts_only(call: Node<'_>) -> bool {
    const METHODS: &[&str] = &["delete", "patch", "put"];
    let is_routed = |(routing, _): (Node<'_>, usize)| {
        routing.callee_method().is_some_and(|method| METHODS.contains(&method))
            && routing.argument_at(0).is_some_and(|path| {
                path.is_any(&[Kind::TemplateLiteral, Kind::BinaryExpression])
                    || path.string().is_some_and(|path| path.starts_with('/'))
            })
    };
    sends(call) && call.ancestors().filter(|it| it.is_function()).filter_map(registration).any(is_routed)
}

/// Returns whether a call sends an answer's body: `res.send(body)`, `send.call(res, body)`.
fn sends(call: Node<'_>) -> bool {
    let method = match call.callee_method() {
        Some("apply" | "call") => {
            let function = call.callee().and_then(Node::object);
            function.and_then(|it| it.identifier().or_else(|| it.property().and_then(Node::name)))
        }
        method => method,
    };
    method.is_some_and(|method| matches!(method.trim_start_matches('_'), "send" | "end" | "write"))
}

/// Returns whether the content type is HTML that is set in the chain of calls after one:
/// `h.response(body).type('text/plain')`. `None` if none is set.
pub(super) fn type_said_after<'a>(call: Node<'a>) -> Option<bool> {
    /// The maximum number of calls in the chain that are examined.
    const MAX_CALLS: usize = 8;
    let next = |call: &Node<'a>| {
        let member = call.parent().filter(|it| it.object() == Some(*call))?;
        member.parent().filter(|it| it.callee() == Some(member))
    };
    std::iter::successors(next(&call), |call| next(call)).take(MAX_CALLS).find_map(content_type)
}

/// Returns whether a statement comes after another whenever that is run: in the same block, or in one around it.
fn follows<'a>(said: Node<'a>, before: Node<'a>) -> bool {
    let statement = said.parent().filter(|it| it.is(Kind::ExpressionStatement));
    let block = statement.and_then(Node::parent);
    said.span().start >= before.span().end && block.is_some_and(|block| before.is_within(block))
}

/// Returns whether `context.type = …` sets an HTML content type; `None` if an assignment is another.
fn type_assigned(assignment: Node<'_>) -> Option<bool> {
    let is_type = assignment.left()?.property().and_then(Node::name) == Some("type");
    assignment.right().filter(|_| is_type).and_then(says_html)
}

/// Returns whether `said` is in a `try` statement whose `catch` contains `call`: it may not have been reached then.
fn may_fail_before<'a>(said: Node<'a>, call: Node<'a>) -> bool {
    let mut tries = said.ancestors().take_while(|it| !it.is_function()).filter(|it| it.is(Kind::TryStatement));
    tries.any(|it| {
        let is_caught = it.handler().is_some_and(|handler| call.is_within(handler));
        is_caught && it.block().is_some_and(|block| said.is_within(block))
    })
}

/// Returns whether a call sets an HTML content type; `None` if it sets no content type.
fn content_type(call: Node<'_>) -> Option<bool> {
    let first = call.argument_at(0);
    match call.callee_method()? {
        "type" | "contentType" => says_html(first?),
        "set" | "setHeader" | "writeHeader" | "header" | "append" => match first?.string() {
            Some(name) if name.eq_ignore_ascii_case("content-type") => says_html(call.argument_at(1)?),
            Some(_) => None,
            // In a loop over headers: `setHeader(name, headers[name])`.
            None => type_among(call.argument_at(1).or(first)?),
        },
        "writeHead" => call.arguments().iter().find_map(type_among),
        _ => None,
    }
}

/// Returns whether the content type among headers is HTML. The headers are in an object, in a variable that holds one,
/// or anywhere in an argument.
fn type_among(headers: Node<'_>) -> Option<bool> {
    /// The maximum number of nodes that are looked through.
    const MAX_NODES: usize = 40;
    std::iter::once(headers).chain(headers.descendants()).take(MAX_NODES).find_map(|node| {
        let object = initial(node).filter(|object| object.is(Kind::ObjectExpression))?;
        let mut properties = object.properties().iter();
        let of_type =
            |property: &Node<'_>| property.key_text().is_some_and(|name| name.eq_ignore_ascii_case("content-type"));
        says_html(properties.find(of_type)?.value()?)
    })
}

/// Returns whether a content type is HTML; of a conditional expression, whether one of its results is.
fn says_html(said: Node<'_>) -> Option<bool> {
    let said = initial(said)?;
    if said.is(Kind::ConditionalExpression) {
        return Some(says_html(said.consequent()?)? || says_html(said.alternate()?)?);
    }
    let said = said.string()?.to_ascii_lowercase();
    Some(said.contains("html") || said.contains("svg") || said.contains("xml"))
}

/// Returns the initial value of the variable that a node names, if nothing else is assigned to it; any other node
/// itself.
fn initial(node: Node<'_>) -> Option<Node<'_>> {
    match node.variable().filter(|_| node.is(Kind::Identifier)) {
        Some(variable) => variable.constant_init(),
        None => Some(node),
    }
}
