use documented::Documented;
use oxc_syntax::node::NodeId;

use crate::{
    engine::{Context, Filters, Indexed, Level, Meta, Needles, Rule, TestOptions, snippet},
    estree::{Around, AstType, Kind, Node, to_lower_case},
};

/// Finds requests to an address that somebody else may have chosen.
///
/// ## Why
///
/// The request comes from inside: it reaches the cloud's metadata service, databases and admin pages that
/// no client could reach, and the answer is often handed back.
///
/// ## What is found
///
/// The first argument of `fetch(…)`, `got(…)` and of `get`, `post`, `request` and their like on `axios`,
/// `http`, `https`, `superagent` and others is looked at. An address in the code is fine, and so is a
/// variable whose name speaks of neither an address nor input. Nothing is reported after a check: a
/// `throw`, `new URL(…)`, `….includes(…)`, a comparison of `.hostname` or the like in the ten statements
/// before, or in the condition of an `if` around.
///
/// ## Example
///
/// ```js
/// const page = await fetch(req.query.url);               // found
///
/// if (!HOSTS.has(new URL(url).hostname)) throw new Error('host');
/// const page = await fetch(url);                         // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoSsrf(TestOptions<true>);

/// The words that the name of a variable with an address from outside holds, in lower case.
static FROM_OUTSIDE: Needles = Needles::new(&[
    "dest", "endpoint", "host", "href", "input", "link", "param", "source", "target", "uri", "url", "user",
]);

/// Functions whose name says that they check an address.
const CHECKS: &[&str] = &[
    "checkURL",
    "checkUrl",
    "isAllowed",
    "isSafeUrl",
    "isValidURL",
    "isValidUrl",
    "sanitizeURL",
    "sanitizeUrl",
    "validateURL",
    "validateUrl",
];

/// The number of statements before the one at hand that may check the address.
const STATEMENTS_BEFORE: usize = 10;

impl Rule for NoSsrf {
    const META: Meta = Meta {
        id: "node-security/no-ssrf",
        cwe: 918,
        owasp: "A10:2021 Server-Side Request Forgery",
        cvss: 8.6,
        on: &[AstType::CallExpression],
        filters: Filters {
            calls: &[
                "delete",
                "fetch",
                "get",
                "got",
                "head",
                "nodeFetch",
                "options",
                "patch",
                "post",
                "put",
                "request",
                "undici",
            ],
            ..Filters::NONE
        },
        messages: &["ssrfVulnerability"],
    };

    type Options = TestOptions<true>;
    type State = State;

    fn new(options: TestOptions<true>) -> Result<Self, String> {
        Ok(Self(options))
    }

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_, Self::State>) {
        if !is_request(call) || self.0.allow(ctx.path()) {
            return;
        }
        let Some(address) = call.argument_at(0).filter(|address| may_come_from_outside(*address)) else { return };
        let State { around, checks } = &mut *ctx.state;
        let is_checked = call.parent().is_some_and(|parent| around.any(parent, |node| is_behind_check(node, checks)));
        if !is_checked {
            let what = format_args!("{} requests whatever address {} holds", snippet(call), snippet(address));
            let fix = "Parse it with new URL(…) and throw unless its protocol and hostname are on a fixed list";
            ctx.report(call, "ssrfVulnerability", Level::High, what, fix);
        }
    }
}

fn is_request(call: Node<'_>) -> bool {
    let Some(callee) = call.callee() else { return false };
    match callee.identifier() {
        Some(name) => matches!(name, "fetch" | "got" | "nodeFetch" | "undici"),
        None => {
            matches!(
                callee.object().and_then(Node::identifier),
                Some("axios" | "got" | "http" | "https" | "request" | "superagent" | "undici")
            ) && matches!(
                callee.property_identifier(),
                Some("delete" | "get" | "head" | "options" | "patch" | "post" | "put" | "request")
            )
        }
    }
}

/// Returns whether an address is put together at run time, and not in a variable whose name rules it out.
fn may_come_from_outside(address: Node<'_>) -> bool {
    match address.kind() {
        Kind::Literal => false,
        Kind::TemplateLiteral => !address.expressions().is_empty(),
        Kind::Identifier => address.name().is_some_and(|name| FROM_OUTSIDE.is_in(&to_lower_case(name))),
        _ => true,
    }
}

#[derive(Default)]
pub(super) struct State {
    /// The memo of whether code around a node, or before it, checks an address.
    around: Around,
    checks: Checks,
}

/// The nodes that may check an address, or leave where it is refused, in the order of the text.
#[derive(Default)]
struct Checks(Indexed<Vec<NodeId>>);

impl Checks {
    /// Returns whether one of the nodes before `node` does, from that of an id on.
    fn any_between<'a>(&mut self, from: NodeId, node: Node<'a>) -> bool {
        let tree = node.tree();
        let kinds = [Kind::ThrowStatement, Kind::NewExpression, Kind::CallExpression, Kind::BinaryExpression];
        let find = || tree.nodes_of(kinds).filter(|&node| is_check(node)).map(Node::id).collect();
        match self.0.get(tree.source(), find) {
            Ok(checks) => {
                checks.get(checks.partition_point(|&check| check < from)).is_some_and(|&check| check < node.id())
            }
            Err(budget) => {
                budget.spend_on_nodes(node.id().index() - from.index());
                tree.nodes_between(from, node.id()).any(is_check)
            }
        }
    }
}

fn is_check(node: Node<'_>) -> bool {
    let is_host =
        |side: Option<Node<'_>>| matches!(side.and_then(Node::property_identifier), Some("host" | "hostname"));
    match node.kind() {
        Kind::ThrowStatement => true,
        Kind::NewExpression => node.callee_name() == Some("URL"),
        Kind::CallExpression => match node.callee_name() {
            Some(name) => CHECKS.contains(&name),
            None => matches!(node.callee_method(), Some("has" | "includes" | "some" | "startsWith" | "test")),
        },
        Kind::BinaryExpression => {
            matches!(node.operator(), Some("==" | "===")) && (is_host(node.left()) || is_host(node.right()))
        }
        _ => false,
    }
}

/// Returns whether a check is in the condition of the `if` that a node is a part of, or in the statements before it.
fn is_behind_check(node: Node<'_>, checks: &mut Checks) -> bool {
    let Some(parent) = node.parent() else { return false };
    // Ids go up with the text, so that a run of siblings is a range of them.
    match parent.kind() {
        Kind::BlockStatement | Kind::Program => {
            let statements = parent.statements();
            let before = statements.partition_point(|statement| statement.id() < node.id());
            let first = before.saturating_sub(STATEMENTS_BEFORE);
            statements.get(first).is_some_and(|first| checks.any_between(first.id(), node))
        }
        Kind::IfStatement => parent
            .test()
            .zip(parent.consequent())
            .is_some_and(|(test, consequent)| checks.any_between(test.id(), consequent)),
        _ => false,
    }
}
