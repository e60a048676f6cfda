use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::{
    helpers::{TOKEN_WORDS, alternatives, constant_text, report_facts},
    names,
};
use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, snippet},
    estree::{AstType, Kind, Node},
    flow::{Fact, FactFilters, FactFound, Flow, Term, TermKind},
};

/// Finds tokens that contain more about a user than their holder may read.
///
/// A signed token is not encrypted: everybody who sees it can read its payload. A whole user record includes the
/// password's hash, addresses and any column that is added later.
///
/// ```js
/// jwt.sign(user, secret);                            // found
/// jwt.sign({ ...user }, secret);                     // found
/// jwt.sign({ sub: user.id, role: user.role }, secret); // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct TokenPayload;

pub(super) const FACT: Fact = Fact {
    rule: "token-payload",
    on: &[AstType::CallExpression, AstType::NewExpression],
    filters: FactFilters {
        calls: || vec!["jsonwebtoken.sign", "jsonwebtoken.signAsync", "jwt-simple.encode", "jose.SignJWT"],
        words: || TOKEN_WORDS.to_vec(),
        ..FactFilters::NONE
    },
    check,
};

fn check<'a>(flow: &mut Flow<'a>, call: Node<'a>) -> Option<FactFound> {
    let path = flow.callee(call)?;
    if !matches!(&*path, "jsonwebtoken.sign" | "jsonwebtoken.signAsync" | "jwt-simple.encode" | "jose.SignJWT") {
        return None;
    }
    let argument = call.argument_at(0)?;
    let payload = flow.value(argument);
    let what = sensitive(flow, payload, 0).or_else(|| whole_record(flow, argument))?;
    Some(
        FactFound::at(call, "tokenPayload", 359)
            .what(format!("{} signs {what} into a token that everybody can read", snippet(call)))
            .fix("Sign the id and what the receiver needs, property by property: { sub: user.id, role: user.role }")
            .step(argument, "the payload")
            .attack("Whoever sees the token decodes it and reads the record: the password's hash, addresses, numbers"),
    )
}

/// Operations that return an object with the properties of another.
const COPIES: &[&str] = &["JSON.parse", "JSON.stringify", "Object", "Object.assign", "structuredClone"];

/// Methods that return a record of a database as a plain object.
const PLAIN: &[&str] = &["get", "lean", "toJSON", "toObject", "toPlain"];

/// Returns the part of a payload that must not be in it, in words.
fn sensitive(flow: &Flow<'_>, payload: Term, depth: usize) -> Option<String> {
    /// The maximum nesting of terms that is searched.
    const MAX_DEPTH: usize = 6;
    if depth > MAX_DEPTH {
        return None;
    }
    alternatives(flow, payload).into_iter().find_map(|payload| match &*flow.kind(payload) {
        TermKind::Source(id) => {
            let name = &flow.source(*id).name;
            names::is_person(name).then(|| format!("all of {name}"))
        }
        TermKind::Object { properties, spreads, computed } => {
            // A record with its password taken out again.
            let is_mended = !computed.is_empty() || properties.iter().any(|(name, _)| is_private(name));
            let spread = spreads.iter().filter(|_| !is_mended);
            let whole = spread.copied().find_map(|spread| sensitive(flow, spread, depth + 1));
            whole.or_else(|| {
                properties.iter().find_map(|(name, value)| match &*flow.kind(*value) {
                    TermKind::Const(_) | TermKind::Op(..) => None,
                    _ if is_private(name) => Some(format!("the property {name}")),
                    TermKind::Source(_) => sensitive(flow, *value, depth + 1),
                    _ => None,
                })
            })
        }
        // A record without the properties that a pattern names.
        TermKind::Op(name, arguments) if &**name == "rest" => {
            let (&record, removed) = arguments.split_first()?;
            let mut removed = removed.iter().filter_map(|&name| constant_text(flow, name));
            if removed.any(|name| is_private(&name)) { None } else { sensitive(flow, record, depth + 1) }
        }
        TermKind::Op(name, arguments) if COPIES.contains(&&**name) => {
            arguments.iter().find_map(|&argument| sensitive(flow, argument, depth + 1))
        }
        _ => None,
    })
}

/// Returns whether a property of this name is private to its owner.
fn is_private(name: &str) -> bool {
    const NUMBERS: &[&[&str]] = &[&["password", "hash"], &["passwordhash"], &["hashed", "password"]];
    let words = names::words(name);
    names::is_secret(name) || NUMBERS.iter().any(|number| words == **number)
}

/// Returns a record about a person that comes from a database as it is: `user`, `user.toJSON()`, `{ ...user }`, `{ user
/// }`.
fn whole_record<'a>(flow: &mut Flow<'a>, payload: Node<'a>) -> Option<String> {
    match payload.kind() {
        Kind::ObjectExpression => payload.properties().iter().find_map(|property| {
            if property.is(Kind::SpreadElement) {
                return whole_record(flow, property.argument()?);
            }
            let value = property.value()?;
            let is_record = value.is(Kind::Identifier) || value.is(Kind::CallExpression);
            is_record.then(|| whole_record(flow, value)).flatten()
        }),
        Kind::CallExpression if payload.callee_method().is_some_and(|method| PLAIN.contains(&method)) => {
            whole_record(flow, payload.callee()?.object()?)
        }
        Kind::Identifier | Kind::MemberExpression => {
            let name = payload.identifier().or_else(|| payload.property_identifier())?;
            if !names::is_person(name) && name != "_doc" || loses_secrets(payload) {
                return None;
            }
            let value = flow.value(payload);
            let comes_whole = alternatives(flow, value).into_iter().any(|value| match &*flow.kind(value) {
                TermKind::Unknown | TermKind::Source(_) => true,
                TermKind::Api(_) | TermKind::Call { .. } | TermKind::Property(..) => !is_selected(flow, value),
                _ => false,
            });
            comes_whole.then(|| format!("all of {}", snippet(payload)))
        }
        _ => None,
    }
}

/// Returns whether a private property is deleted or overwritten anywhere: `delete user.password`, `user.password =
/// undefined`.
fn loses_secrets(record: Node<'_>) -> bool {
    /// The maximum number of uses of the record that are examined.
    const MAX_USES: usize = 60;
    let Some(variable) = record.variable() else { return false };
    variable.references().take(MAX_USES).any(|reference| {
        let Some(member) = reference.parent().filter(|parent| parent.object() == Some(reference)) else { return false };
        let is_private = member.property_identifier().is_some_and(is_private);
        is_private
            && member.parent().is_some_and(|user| {
                user.operator() == Some("delete") || user.is(Kind::AssignmentExpression) && user.left() == Some(member)
            })
    })
}

/// Returns whether a query names its columns: `select`, `attributes`, a projection, SQL with a list.
fn is_selected<'a>(flow: &mut Flow<'a>, value: Term) -> bool {
    /// The maximum number of nodes of the query that are searched.
    const MAX_NODES: usize = 200;
    let given = flow.node(flow.place(value));
    // The query of `result.rows[0]` is the value of `result`.
    let root = given.innermost_object();
    let query = flow.value(root);
    let query = flow.node(flow.place(query));
    let nodes = [given, query].into_iter().flat_map(|node| std::iter::once(node).chain(node.descendants()));
    let nodes: Vec<Node<'a>> = nodes.take(MAX_NODES).collect();
    nodes.into_iter().any(|node| {
        let name = node.key_identifier().or_else(|| node.callee_method()).unwrap_or_default();
        if matches!(name, "attributes" | "columns" | "fields" | "omit" | "pick" | "projection" | "select") {
            return true;
        }
        let is_text = node.is(Kind::Literal) || node.is(Kind::TemplateLiteral);
        let text = if is_text { flow.value(node) } else { return false };
        let text = constant_text(flow, text).unwrap_or_default().to_ascii_lowercase();
        text.trim_start().starts_with("select ") && !text.contains('*') && !text.contains("password")
    })
}

impl StatelessRule for TokenPayload {
    const META: Meta = Meta {
        id: "oxsec/token-payload",
        cwe: 359,
        owasp: "A02:2021 Cryptographic Failures",
        cvss: 6.5,
        on: &[AstType::Program],
        filters: Filters::PROOFS,
        messages: &["tokenPayload"],
    };

    fn check<'a>(&self, _: Node<'a>, ctx: &mut Context<'a, '_>) {
        report_facts(ctx, &FACT, Level::Medium);
    }
}
