use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{constant_text, report_facts};
use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, snippet},
    estree::{AstType, Kind, Node},
    flow::{Const, Fact, FactFound, Flow, TermKind},
};

/// Finds servers that let every site read answers with the visitor's session.
///
/// An origin that is sent back as it came, together with credentials, lets any page act and read as its visitor.
///
/// ```js
/// app.use(cors({ origin: true, credentials: true }));                        // found
/// res.setHeader('Access-Control-Allow-Origin', req.headers.origin);          // found, where credentials are allowed
/// app.use(cors({ origin: 'https://app.example.com', credentials: true }));   // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub struct Cors;

pub const FACT: Fact = Fact { rule: "cors", on: &[AstType::CallExpression], check };

fn check<'a>(flow: &mut Flow<'a>, call: Node<'a>) -> Option<FactFound> {
    let is_open = match call.callee_method() {
        Some("setHeader" | "header" | "set" | "append") => {
            let name = call.argument_at(0)?;
            let name = flow.value(name);
            let name = constant_text(flow, name)?;
            let value = call.argument_at(1)?;
            let value = flow.value(value);
            let reflects = flow.is_tainted(value) && flow.conditions_at(call, crate::flow::Frame::ROOT).is_empty();
            name.eq_ignore_ascii_case("access-control-allow-origin") && reflects && allows_credentials(call)
        }
        _ => {
            if &*flow.callee(call)? != "cors" {
                return None;
            }
            let options = call.argument_at(0)?;
            let options = flow.value(options);
            let origin = flow.property(options, "origin", call);
            let credentials = flow.property(options, "credentials", call);
            let is_true = |term| matches!(&*flow.kind(term), TermKind::Const(Const::Bool(true)));
            is_true(credentials) && is_true(origin)
        }
    };
    is_open.then(|| {
        FactFound::at(call, "cors", 942)
            .what(format!("{} lets every origin read answers with credentials", snippet(call)))
            .fix("Compare the origin with a fixed list and send back only what is on it")
            .step(call, "any origin is allowed, with credentials")
            .attack("A page that the visitor opens reads and changes their data")
    })
}

/// Whether the text allows credentials anywhere.
fn allows_credentials(call: Node<'_>) -> bool {
    let is_it = |other: Node<'_>| {
        let name = other.argument_at(0).and_then(Node::string);
        let value = other.argument_at(1);
        let allows = value.is_some_and(|value| value.string() == Some("true") || value.text() == "true");
        name.is_some_and(|name| name.eq_ignore_ascii_case("access-control-allow-credentials")) && allows
    };
    call.tree().nodes_of([Kind::CallExpression]).any(is_it)
}

impl StatelessRule for Cors {
    const META: Meta = Meta {
        id: "oxsec/cors",
        cwe: 942,
        owasp: "A05:2021 Security Misconfiguration",
        cvss: 6.5,
        on: &[AstType::Program],
        filters: Filters::NONE,
        messages: &["cors"],
    };

    fn check<'a>(&self, _: Node<'a>, ctx: &mut Context<'a, '_>) {
        report_facts(ctx, &FACT, Level::Medium);
    }
}
