//! Credentials that the code writes into headers of requests.

use super::{
    helpers::{HEADER_SETTERS, alternatives, constant_text, credential_at, is_in_tests},
    literals,
};
use crate::{
    engine::snippet,
    estree::Node,
    flow::{FactFound, Flow, Term, TermKind},
};

/// The headers that credentials travel in.
pub(super) const CREDENTIAL_HEADERS: &[&str] =
    &["api-key", "apikey", "authorization", "proxy-authorization", "x-api-key", "x-auth-token"];

/// The method that sets a header of a request in a page.
pub(super) const SETTER_OF_PAGES: &str = "setRequestHeader";

fn is_credential_header(name: &str) -> bool {
    CREDENTIAL_HEADERS.iter().any(|header| name.eq_ignore_ascii_case(header))
}

/// Finds a credential in a header that a call sets: `headers.set('Authorization', 'Basic …')`.
pub(super) fn header_set<'a>(flow: &mut Flow<'a>, call: Node<'a>) -> Option<FactFound> {
    let method = call.callee_method()?;
    if method != SETTER_OF_PAGES && !HEADER_SETTERS.contains(&method) {
        return None;
    }
    let name = flow.value(call.argument_at(0)?);
    if !constant_text(flow, name).is_some_and(|name| is_credential_header(&name)) {
        return None;
    }
    let value = call.argument_at(1)?;
    in_header(flow, value, value)
}

/// Finds a credential among headers in an object: `{ Authorization: 'Bearer …' }`.
pub(super) fn header_given<'a>(flow: &mut Flow<'a>, property: Node<'a>) -> Option<FactFound> {
    if !is_credential_header(&property.key_text()?) {
        return None;
    }
    in_header(flow, property.value()?, property)
}

fn in_header<'a>(flow: &mut Flow<'a>, value: Node<'a>, use_: Node<'a>) -> Option<FactFound> {
    const SCHEMES: &[&str] = &["basic", "bearer", "token", "apikey", "key"];
    let value = flow.value(value);
    let leaves = alternatives(flow, value).into_iter().find_map(|value| constant_leaves(flow, value, 0))?;
    let literal = leaves.into_iter().find_map(|leaf| {
        let text = constant_text(flow, leaf)?;
        let bare = text.trim();
        let rest = match bare.split_once(' ') {
            Some((scheme, rest)) if SCHEMES.iter().any(|it| scheme.eq_ignore_ascii_case(it)) => rest.trim(),
            Some(_) => return None,
            None if SCHEMES.iter().any(|it| bare.eq_ignore_ascii_case(it)) => return None,
            // A word is a state, or the name of a scheme.
            None if bare.bytes().all(|byte| byte.is_ascii_lowercase()) => return None,
            None => bare,
        };
        // A table of header names has a header's name as value.
        (!rest.is_empty() && rest != ":" && !is_credential_header(rest)).then(|| (leaf, rest.to_owned()))
    });
    let (literal, text) = literal?;
    if is_in_tests(flow.path()) || text.contains(' ') || literals::is_path(&text) || literals::provider(&text).is_some()
    {
        return None;
    }
    let at = flow.node(flow.place(literal));
    let is_placeholder = literals::is_placeholder(&text) || text.len() < 4;
    Some(
        credential_at(at, is_placeholder)
            .what(format!("{} is a credential in the code, which a header carries", snippet(at)))
            .fix("Read it from the environment or a secret store")
            .step(at, "the credential is written here")
            .step(use_, "the header")
            .attack("Whoever reads the code, or a copy of it, asks with it"),
    )
}

/// Returns the constants that a text consists of; `None` if it contains anything else.
fn constant_leaves<'a>(flow: &mut Flow<'a>, value: Term, depth: usize) -> Option<Vec<Term>> {
    /// The maximum nesting of the operations that build a text.
    const MAX_DEPTH: usize = 6;
    if depth > MAX_DEPTH {
        return None;
    }
    let of_all = |flow: &mut Flow<'a>, parts: &[Term]| {
        let mut leaves = Vec::new();
        for &part in parts {
            leaves.extend(constant_leaves(flow, part, depth + 1)?);
        }
        Some(leaves)
    };
    match &*flow.kind(value) {
        TermKind::Const(_) => Some(vec![value]),
        TermKind::Guarded(inner, _) => constant_leaves(flow, *inner, depth + 1),
        TermKind::Concat(parts) => of_all(flow, parts),
        TermKind::Op(name, parts) if matches!(&**name, "+" | ".concat") => of_all(flow, parts),
        TermKind::Op(name, parts) if matches!(&**name, "Buffer.from" | ".toString" | "String" | ".trim") => {
            constant_leaves(flow, *parts.first()?, depth + 1)
        }
        TermKind::Api(path) if ENCODING.iter().any(|end| path.ends_with(end)) => {
            let place = flow.node(flow.place(value));
            let first = flow.value(place.argument_at(0)?);
            constant_leaves(flow, first, depth + 1)
        }
        _ => None,
    }
}

/// Functions that encode a text.
const ENCODING: &[&str] = &["btoa()", "Base64.encode()", "base64.encode()", ".encode()", "js-base64.encode()"];
