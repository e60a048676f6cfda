use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{Words, alternatives, is_bool, report_facts, report_flows};
use crate::{
    engine::{Context, Filters, Level, Meta, SourceKind, StatelessRule, snippet},
    estree::{AstType, Kind, Node},
    flow::{Const, Fact, FactFilters, FactFound, Flow, Frame, SinkKind, TermKind},
};

/// Finds servers that let every site read answers with the visitor's session.
///
/// If a server sends any origin back and allows credentials, every page can act and read as its visitor.
///
/// ```js
/// app.use(cors({ origin: true, credentials: true }));                        // found
/// res.setHeader('Access-Control-Allow-Origin', req.headers.origin);          // found, where credentials are allowed
/// app.use(cors({ origin: 'https://app.example.com', credentials: true }));   // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct Cors;

pub(super) const FACT: Fact = Fact {
    rule: "cors",
    on: &[AstType::CallExpression, AstType::ObjectProperty],
    filters: FactFilters {
        calls: || vec!["cors", "enableCors", "register"],
        keys: || vec!["access-control-allow-origin"],
        ..FactFilters::NONE
    },
    check,
};

fn check<'a>(flow: &mut Flow<'a>, node: Node<'a>) -> Option<FactFound> {
    if node.is(Kind::Property) {
        return header_of_object(flow, node);
    }
    let options = options_of_middleware(flow, node)?;
    let options = flow.value(options);
    let credentials = flow.property(options, "credentials", node);
    if !is_bool(flow, credentials, true) {
        return None;
    }
    let origin = flow.property(options, "origin", node);
    let listed = match &*flow.kind(origin) {
        TermKind::Array { items, .. } => items.clone(),
        _ => alternatives(flow, origin),
    };
    listed.into_iter().find_map(|origin| match &*flow.kind(origin) {
        TermKind::Const(Const::Bool(true)) => {
            Some(open(node, node, "any origin is allowed, with credentials", "https://evil.example"))
        }
        TermKind::Const(Const::RegExp { pattern, .. }) => {
            let place = flow.node(flow.place(origin));
            loose(pattern).map(|example| open(node, place, "the pattern also matches other hosts", example))
        }
        _ if flow.is_tainted(origin) => {
            let place = flow.node(flow.place(origin));
            Some(open(node, place, "the request decides the origin", "https://evil.example"))
        }
        _ => None,
    })
}

/// Returns the options of a call that makes a server answer other origins: `cors(options)`,
/// `fastify.register(require('@fastify/cors'), options)`, `app.enableCors(options)` of NestJS.
fn options_of_middleware<'a>(flow: &mut Flow<'a>, call: Node<'a>) -> Option<Node<'a>> {
    let path = flow.callee(call)?;
    if &*path == "cors" || path.ends_with(".enableCors") {
        return call.argument_at(0);
    }
    if &*path != "fastify.Instance.register" {
        return None;
    }
    let plugin = flow.value(call.argument_at(0)?);
    let is_cors = matches!(flow.path_of(plugin).as_deref(), Some("@fastify.cors" | "fastify-cors"));
    call.argument_at(1).filter(|_| is_cors)
}

fn open<'a>(node: Node<'a>, place: Node<'a>, why: &str, example: &str) -> FactFound {
    FactFound::at(node, "cors", 942)
        .what(format!("{} lets origins of strangers read answers with credentials", snippet(node)))
        .fix("Compare the origin with a fixed list and send back only what is on it")
        .step(place, why)
        .attack(format!("A page of {example} that the visitor opens reads and changes their data"))
}

/// Returns a foreign origin that a pattern for a host also matches, because its beginning or end is open.
fn loose(pattern: &str) -> Option<&'static str> {
    if !pattern.ends_with('$') || pattern.ends_with("\\$") {
        return Some("https://example.com.evil.example");
    }
    let is_begun = ["^", "\\.", "\\/", "(^", "(\\."].iter().any(|begin| pattern.starts_with(begin));
    (!is_begun).then_some("https://evil-example.com")
}

/// Finds an origin of the request among headers in an object: `writeHead(200, { 'Access-Control-Allow-Origin':
/// req.headers.origin })`.
fn header_of_object<'a>(flow: &mut Flow<'a>, property: Node<'a>) -> Option<FactFound> {
    if !property.key_text()?.eq_ignore_ascii_case("access-control-allow-origin") {
        return None;
    }
    let node = property.value()?;
    let value = flow.value(node);
    let TermKind::Source(source) = *flow.kind(value) else { return None };
    let source = flow.source(source).name.to_string();
    let is_open = is_of_address(&source) || allows_credentials(node);
    let is_guarded = !flow.conditions_at(property, Frame::ROOT).is_empty();
    let is_request = matches!(&*flow.kind(value), TermKind::Source(id) if flow.source(*id).kind == SourceKind::Remote);
    (is_open && !is_guarded && is_request)
        .then(|| open(property, node, "the request decides the origin", "https://evil.example"))
}

/// Returns whether data comes from the address or body of a request, which a link decides, and not from a header.
fn is_of_address(source: &str) -> bool {
    [".query", ".params", ".body"].iter().any(|part| source.contains(part))
}

/// Returns whether the text allows credentials anywhere.
fn allows_credentials(node: Node<'_>) -> bool {
    const NAME: &str = "access-control-allow-credentials";
    let is_name = |name: &str| name.eq_ignore_ascii_case(NAME);
    let allows = |value: Node<'_>| value.string() == Some("true") || value.text() == "true";
    // `setHeader(name, 'true')`
    let by_call = |node: Node<'_>| {
        node.is(Kind::CallExpression)
            && node.argument_at(0).and_then(Node::string).is_some_and(is_name)
            && node.argument_at(1).is_some_and(allows)
    };
    // `writeHead(200, { … })`, `return { headers: { … } }`
    let by_property = |node: Node<'_>| {
        node.is(Kind::Property)
            && node.key_text().is_some_and(|name| is_name(&name))
            && node.value().is_some_and(allows)
    };
    node.tree().root().descendants().any(|node| by_call(node) || by_property(node))
}

impl StatelessRule for Cors {
    const META: Meta = Meta {
        id: "oxsec/cors",
        cwe: 942,
        owasp: "A05:2021 Security Misconfiguration",
        cvss: 6.5,
        on: &[AstType::Program],
        filters: Filters::PROOFS,
        messages: &["cors"],
    };

    fn check<'a>(&self, _: Node<'a>, ctx: &mut Context<'a, '_>) {
        report_facts(ctx, &FACT, Level::Medium);
        let root = ctx.tree().root();
        report_flows(ctx, &[SinkKind::Origin], |found| {
            // A function of `cors` that decides about origins was examined only if credentials are allowed.
            let is_header = found.sink_name.contains('.');
            let is_open = !is_header || is_of_address(&found.source_name) || allows_credentials(root);
            is_open.then(|| Words {
                message_id: "cors",
                cwe: 942,
                level: Level::Medium,
                what: format!("{} lets origins of strangers read answers with credentials", found.sink_name),
                fix: "Compare the origin with a fixed list and send back only what is on it",
            })
        });
    }
}
