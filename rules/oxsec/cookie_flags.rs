use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{constant_text, names_session, report_facts};
use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, snippet},
    estree::{AstType, Node},
    flow::{Const, Fact, FactFound, Flow, TermKind},
};

/// Finds cookies of sessions that scripts read or that travel unencrypted.
///
/// Without `httpOnly` a script in the page sends the session away; without `secure` anybody on the network reads it.
///
/// ```js
/// res.cookie('session', id);                                      // found
/// res.cookie('session', id, { httpOnly: true, secure: true });    // fine
/// res.cookie('theme', 'dark');                                    // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub struct CookieFlags;

pub const FACT: Fact = Fact { rule: "cookie-flags", on: &[AstType::CallExpression], check };

fn check<'a>(flow: &mut Flow<'a>, call: Node<'a>) -> Option<FactFound> {
    let path = flow.callee(call)?;
    let (options, name) = match &*path {
        "express.Response.cookie" | "fastify.Reply.setCookie" | "koa.Context.cookies.set" => {
            let name = call.argument_at(0)?;
            let name = flow.value(name);
            let name = constant_text(flow, name)?.to_string();
            if !names_session(&name) {
                return None;
            }
            (call.argument_at(2).map(|options| flow.value(options)), name)
        }
        "express-session" | "cookie-session" => {
            let options = call.argument_at(0)?;
            let options = flow.value(options);
            let cookie = if &*path == "express-session" { flow.property(options, "cookie", call) } else { options };
            // Without a word about the cookie these set httpOnly themselves.
            if !matches!(&*flow.kind(cookie), TermKind::Object { .. }) {
                return None;
            }
            let off = ["httpOnly", "secure"].into_iter().find(|flag| {
                let flag = flow.property(cookie, flag, call);
                matches!(&*flow.kind(flag), TermKind::Const(Const::Bool(false)))
            })?;
            return Some(found(call, "the session's cookie", off));
        }
        _ => return None,
    };
    let missing = match options {
        None => Some("httpOnly"),
        Some(options) => match &*flow.kind(options) {
            TermKind::Object { spreads, computed, .. } if spreads.is_empty() && computed.is_empty() => {
                ["httpOnly", "secure"].into_iter().find(|flag| {
                    let flag = flow.property(options, flag, call);
                    matches!(&*flow.kind(flag), TermKind::Const(Const::Bool(false) | Const::Undefined))
                })
            }
            _ => None,
        },
    }?;
    Some(found(call, &format!("the cookie {name}"), missing))
}

fn found(call: Node<'_>, cookie: &str, missing: &str) -> FactFound {
    let (cwe, attack) = if missing == "secure" {
        (614, "Whoever listens on the network takes the session over")
    } else {
        (1004, "A script in the page reads the cookie and takes the session over")
    };
    FactFound::at(call, "cookieFlags", cwe)
        .what(format!("{} sets {cookie} without {missing}", snippet(call)))
        .fix("Set { httpOnly: true, secure: true, sameSite: 'lax' }")
        .step(call, format!("{missing} is not set"))
        .attack(attack)
}

impl StatelessRule for CookieFlags {
    const META: Meta = Meta {
        id: "oxsec/cookie-flags",
        cwe: 614,
        owasp: "A05:2021 Security Misconfiguration",
        cvss: 5.4,
        on: &[AstType::Program],
        filters: Filters::NONE,
        messages: &["cookieFlags"],
    };

    fn check<'a>(&self, _: Node<'a>, ctx: &mut Context<'a, '_>) {
        report_facts(ctx, &FACT, Level::Medium);
    }
}
