use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::{
    helpers::{HEADER_SETTERS, alternatives, constant_text, is_bool, is_known_whole, report_facts},
    names,
};
use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, snippet},
    estree::{AstType, Kind, Node},
    flow::{Const, Fact, FactFilters, FactFound, Flow, Term, TermKind},
};

/// Finds cookies of sessions that scripts read or that travel unencrypted.
///
/// Without `httpOnly` a script in the page can send the session away; without `secure` anybody on the network can read
/// it.
///
/// ```js
/// res.cookie('session', id);                                      // found
/// res.cookie('session', id, { httpOnly: true, secure: true });    // fine
/// res.cookie('theme', 'dark');                                    // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct CookieFlags;

pub(super) const FACT: Fact = Fact {
    rule: "cookie-flags",
    on: &[AstType::AssignmentExpression, AstType::CallExpression, AstType::ObjectProperty],
    filters: FactFilters {
        calls: || [SETTERS, SETTERS_OF_PAGES, SESSIONS, HEADER_SETTERS].concat(),
        keys: || vec!["cookie", "set-cookie"],
        words: || vec!["OOKIE", "ession", "ookie"],
        ..FactFilters::NONE
    },
    check,
};

/// Functions that set a cookie of a name (first argument) by options (third).
const SETTERS: &[&str] = &[
    "cookie.serialize",
    "cookies().set",
    "express.Response.cookie",
    "fastify.Reply.cookie",
    "fastify.Reply.setCookie",
    "koa.Context.cookies.set",
    "next.headers.cookies().set",
];

/// The same in a page, where a cookie is never hidden from scripts.
const SETTERS_OF_PAGES: &[&str] = &["browser-cookies.set", "es-cookie.set", "js-cookie.set"];

/// Functions that take the options of a session's cookie.
const SESSIONS: &[&str] = &["cookie-session", "express-session"];

fn check<'a>(flow: &mut Flow<'a>, node: Node<'a>) -> Option<FactFound> {
    match node.kind() {
        Kind::AssignmentExpression => written_by_page(flow, node),
        Kind::Property => header_of(flow, &node.key_text()?, node.value()?, node),
        _ => {
            let path = flow.callee(node)?;
            match &*path {
                path if SETTERS.contains(&path) => set(flow, node, &["httpOnly", "secure"]),
                path if SETTERS_OF_PAGES.contains(&path) => set(flow, node, &[]),
                path if SESSIONS.contains(&path) => session(flow, node, path),
                _ => {
                    let method = node.callee_method()?;
                    if !HEADER_SETTERS.contains(&method) {
                        return None;
                    }
                    let name = flow.value(node.argument_at(0)?);
                    let name = constant_text(flow, name)?;
                    header_of(flow, &name, node.argument_at(1)?, node)
                }
            }
        }
    }
}

/// Finds a cookie by its name and an object of options.
fn set<'a>(flow: &mut Flow<'a>, call: Node<'a>, flags: &[&'static str]) -> Option<FactFound> {
    let name = flow.value(call.argument_at(0)?);
    let name = constant_text(flow, name)?;
    if !names::is_session(&name) {
        return None;
    }
    // An empty value removes the cookie.
    let value = call.argument_at(1).map(|value| flow.value(value));
    if value.is_some_and(|value| constant_text(flow, value).is_some_and(|text| text.is_empty())) {
        return None;
    }
    let cookie = format!("the cookie {name}");
    let Some(options) = call.argument_at(2) else { return flags.first().map(|flag| found(call, &cookie, flag)) };
    let options = flow.value(options);
    let is_known = is_known_whole(flow, options);
    let missing = flags.iter().find(|flag| {
        let flag = flow.property(options, flag, call);
        is_known && matches!(&*flow.kind(flag), TermKind::Const(Const::Bool(false) | Const::Undefined))
    });
    match missing {
        Some(flag) => Some(found(call, &cookie, flag)),
        None => is_for_other_sites(flow, options, call).then(|| for_other_sites(call, &cookie)),
    }
}

/// Returns whether options let a cookie travel with requests of other sites.
fn is_for_other_sites<'a>(flow: &mut Flow<'a>, options: Term, call: Node<'a>) -> bool {
    ["sameSite", "samesite"].into_iter().any(|name| {
        let site = flow.property(options, name, call);
        constant_text(flow, site).is_some_and(|site| site.eq_ignore_ascii_case("none"))
    })
}

/// Finds a missing flag of the cookie of a session's middleware. Express's leaves `secure` out by default; both set
/// `httpOnly`.
fn session<'a>(flow: &mut Flow<'a>, call: Node<'a>, path: &str) -> Option<FactFound> {
    let options = flow.value(call.argument_at(0)?);
    let cookie = if path == "express-session" { flow.property(options, "cookie", call) } else { options };
    if !matches!(&*flow.kind(cookie), TermKind::Object { .. }) {
        return None;
    }
    let off = ["httpOnly", "secure"].into_iter().find(|flag| {
        let flag = flow.property(cookie, flag, call);
        is_bool(flow, flag, false)
    });
    match off {
        Some(flag) => Some(found(call, "the session's cookie", flag)),
        None => is_for_other_sites(flow, cookie, call).then(|| for_other_sites(call, "the session's cookie")),
    }
}

/// Finds a missing flag of a cookie in a `Set-Cookie` header.
fn header_of<'a>(flow: &mut Flow<'a>, header: &str, value: Node<'a>, at: Node<'a>) -> Option<FactFound> {
    if !header.eq_ignore_ascii_case("set-cookie") {
        return None;
    }
    let value = flow.value(value);
    let lines = match &*flow.kind(value) {
        TermKind::Array { items, .. } => items.clone(),
        _ => alternatives(flow, value),
    };
    lines.into_iter().find_map(|line| {
        let text = known_text(flow, line)?;
        let (name, rest) = text.split_once('=')?;
        if !names::is_session(name) || rest.starts_with(';') {
            return None;
        }
        let lower = rest.to_ascii_lowercase();
        let has = |flag: &str| lower.split(';').any(|part| part.trim() == flag);
        let missing = [("httpOnly", "httponly"), ("secure", "secure")].into_iter().find(|(_, flag)| !has(flag));
        let cookie = format!("the cookie {name}");
        match missing {
            Some((flag, _)) => Some(found(at, &cookie, flag)),
            None => has("samesite=none").then(|| for_other_sites(at, &cookie)),
        }
    })
}

/// Returns a cookie's text with a star for each unknown part; `None` if its end, which may contain the flags, is not
/// known.
fn known_text(flow: &Flow<'_>, line: Term) -> Option<String> {
    let parts = match &*flow.kind(line) {
        TermKind::Concat(parts) => parts.clone(),
        TermKind::Op(name, parts) if &**name == "+" => parts.clone(),
        _ => vec![line],
    };
    let mut text = String::new();
    for (at, &part) in parts.iter().enumerate() {
        match (constant_text(flow, part), at + 1 == parts.len()) {
            (Some(known), _) => text.push_str(&known),
            (None, true) if !text.ends_with('=') => return None,
            (None, _) => text.push('*'),
        }
    }
    Some(text)
}

/// Finds a session's cookie that a page writes, so that scripts can read it: `document.cookie = 'session=…'`.
fn written_by_page<'a>(flow: &mut Flow<'a>, assignment: Node<'a>) -> Option<FactFound> {
    let left = assignment.left().filter(|left| left.property_identifier() == Some("cookie"))?;
    let target = flow.value(left);
    let is_page = matches!(flow.path_of(target).as_deref(), Some("document.cookie" | "window.document.cookie"));
    let is_document = left.object().is_some_and(|it| it.is_identifier("document"));
    if !is_page && !is_document {
        return None;
    }
    let value = flow.value(assignment.right()?);
    let text = known_text(flow, value).or_else(|| {
        let TermKind::Concat(parts) = &*flow.kind(value) else { return None };
        constant_text(flow, *parts.first()?).map(|text| text.to_string())
    })?;
    let (name, rest) = text.split_once('=')?;
    let is_taken_back = rest.starts_with(';');
    (names::is_session(name) && !is_taken_back).then(|| found(assignment, &format!("the cookie {name}"), "httpOnly"))
}

fn found(at: Node<'_>, cookie: &str, missing: &str) -> FactFound {
    let (cwe, attack) = if missing == "secure" {
        (614, "Whoever listens on the network takes the session over")
    } else {
        (1004, "A script in the page reads the cookie and takes the session over")
    };
    FactFound::at(at, "cookieFlags", cwe)
        .what(format!("{} sets {cookie} without {missing}", snippet(at)))
        .fix("Set { httpOnly: true, secure: true, sameSite: 'lax' } where the server answers")
        .step(at, format!("{missing} is not set"))
        .attack(attack)
}

fn for_other_sites(at: Node<'_>, cookie: &str) -> FactFound {
    FactFound::at(at, "sameSiteNone", 1275)
        .what(format!("{} sends {cookie} with requests that other sites make", snippet(at)))
        .fix(
            "Set sameSite: 'lax'; where the cookie must go to other sites, check a token in each request that changes \
              something",
        )
        .step(at, "sameSite is none")
        .attack("A page that the visitor opens acts in their name")
}

impl StatelessRule for CookieFlags {
    const META: Meta = Meta {
        id: "oxsec/cookie-flags",
        cwe: 614,
        owasp: "A05:2021 Security Misconfiguration",
        cvss: 5.4,
        on: &[AstType::Program],
        filters: Filters::PROOFS,
        messages: &["cookieFlags", "sameSiteNone"],
    };

    fn check<'a>(&self, _: Node<'a>, ctx: &mut Context<'a, '_>) {
        report_facts(ctx, &FACT, Level::Medium);
    }
}
