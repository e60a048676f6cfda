use documented::Documented;
use rustc_hash::{FxHashMap, FxHashSet};

use super::helpers::is_event;
use crate::{
    engine::{Context, Filters, Level, Meta, Rule, TestOptions, snippet},
    estree::{AstType, Kind, Node},
};

/// Finds requests to an address that the sender of an event chose.
///
/// ## Why
///
/// The function's request comes from inside: it reaches the metadata service, databases and services that
/// no client could reach, and the answer is often handed back.
///
/// ## What is found
///
/// Calls of `fetch`, `axios`, `got`, `request` and their like, of anything on `http`, `https`, `axios`, `got`
/// and `request`, and of `get`, `post`, `put`, `delete`, `patch` and `request` on anything are looked at. One
/// is found where its first argument, or the `url`, `uri`, `href` or `baseURL` in it, is `body`, `headers`,
/// `queryStringParameters` or the like of an event, a member of one, a variable that got one before, or a
/// template or concatenation with one of these in it. Events are parameters named `event`, `evt`, `e`, `request`
/// or `req`; scopes are not told apart.
///
/// ## Example
///
/// ```js
/// const page = await fetch(event.queryStringParameters.url);         // found
///
/// const host = HOSTS[event.queryStringParameters.shop];
/// const page = await fetch(`https://${host}/stock`);                 // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoUserControlledRequests(TestOptions<true>);

const FUNCTIONS: &[&str] =
    &["axios", "delete", "fetch", "get", "got", "nodeFetch", "patch", "post", "put", "request", "superagent"];

const METHODS: &[&str] = &["delete", "get", "patch", "post", "put", "request"];

const CLIENTS: &[&str] = &["axios", "got", "http", "https", "request"];

/// The properties of an event that the sender decides.
const FROM_SENDER: &[&str] = &[
    "body",
    "headers",
    "multiValueQueryStringParameters",
    "pathParameters",
    "queryStringParameters",
    "rawPath",
    "rawQueryString",
];

#[derive(Default)]
pub(super) struct State {
    /// The parameters so far that are named like an event.
    events: FxHashSet<String>,
    /// The variables so far that hold what the sender decides, each with where it came from.
    tainted: FxHashMap<String, String>,
}

impl Rule for NoUserControlledRequests {
    const META: Meta = Meta {
        id: "lambda-security/no-user-controlled-requests",
        cwe: 918,
        owasp: "A10:2021 Server-Side Request Forgery",
        cvss: 9.1,
        on: &[
            AstType::ArrowFunctionExpression,
            AstType::AssignmentExpression,
            AstType::CallExpression,
            AstType::Function,
            AstType::VariableDeclarator,
        ],
        filters: Filters {
            inits: &[
                AstType::BinaryExpression,
                AstType::ComputedMemberExpression,
                AstType::IdentifierReference,
                AstType::PrivateFieldExpression,
                AstType::StaticMemberExpression,
                AstType::TemplateLiteral,
            ],
            required_words: &[&["body", "headers", "parameters", "rawPath", "rawQueryString"]],
            ..Filters::NONE
        },
        messages: &["ssrfVulnerability"],
    };

    type Options = TestOptions<true>;
    type State = State;

    fn new(options: TestOptions<true>) -> Result<Self, String> {
        Ok(Self(options))
    }

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        match node.kind() {
            Kind::VariableDeclarator => ctx.state.note(node.declared(), node.init()),
            Kind::AssignmentExpression => ctx.state.note(node.left(), node.right()),
            Kind::CallExpression => self.check_call(node, ctx),
            _ if node.is_function() => {
                let names = node.params().iter().filter_map(Node::identifier).filter(|name| is_event(name));
                ctx.state.events.extend(names.map(String::from));
            }
            _ => {}
        }
    }
}

impl NoUserControlledRequests {
    fn check_call<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        let Some(address) = call.argument_at(0).filter(|_| !ctx.state.events.is_empty() && is_request(call)) else {
            return;
        };
        let state = &*ctx.state;
        let in_options = || {
            let options = Some(address).filter(|address| address.is(Kind::ObjectExpression))?;
            options
                .named_properties()
                .filter(|(name, _)| matches!(*name, "baseURL" | "href" | "uri" | "url"))
                .filter_map(|(_, property)| property.value())
                .find_map(|value| state.source_of(value))
        };
        let Some(source) = state.source_of(address).or_else(in_options) else { return };
        if !self.0.allow(ctx.path()) {
            let what =
                format_args!("{} requests an address that holds {source}, which the sender chose", snippet(call));
            let fix =
                "Compare new URL(address).host to a fixed list before the request, or choose the address by a key";
            ctx.report(call, "ssrfVulnerability", Level::Critical, what, fix);
        }
    }
}

impl State {
    /// Notes what a variable gets.
    fn note(&mut self, target: Option<Node<'_>>, value: Option<Node<'_>>) {
        if let Some(name) = target.and_then(Node::identifier)
            && let Some(source) = value.and_then(|value| self.source_of(value))
        {
            self.tainted.insert(name.to_string(), source);
        }
    }

    /// Returns where in a value the sender's part is that comes first.
    fn source_of(&self, value: Node<'_>) -> Option<String> {
        if self.events.is_empty() {
            return None;
        }
        value.joined_parts().find_map(|part| match part.kind() {
            Kind::MemberExpression if self.is_from_sender(part) || self.is_member_of_that(part) => {
                Some(snippet(part).into_owned())
            }
            Kind::Identifier => self.tainted.get(part.name()?).cloned(),
            _ => None,
        })
    }

    /// Returns whether a node is a member of what of an event the sender decides: `event.body.url`.
    fn is_member_of_that(&self, node: Node<'_>) -> bool {
        node.object().is_some_and(|object| self.is_from_sender(object))
    }

    /// Returns whether a node is what of an event the sender decides: `event.body`.
    fn is_from_sender(&self, node: Node<'_>) -> bool {
        node.is(Kind::MemberExpression)
            && node.property_identifier().is_some_and(|part| FROM_SENDER.contains(&part))
            && node.object().and_then(Node::identifier).is_some_and(|name| self.events.contains(name))
    }
}

fn is_request(call: Node<'_>) -> bool {
    let Some(callee) = call.callee() else { return false };
    match callee.identifier() {
        Some(name) => FUNCTIONS.contains(&name),
        None => {
            callee.is(Kind::MemberExpression)
                && (callee.object().and_then(Node::identifier).is_some_and(|name| CLIENTS.contains(&name))
                    || callee.property_identifier().is_some_and(|method| METHODS.contains(&method)))
        }
    }
}
