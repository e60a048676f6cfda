use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{Words, report_flows};
use crate::{
    engine::{Context, Filters, Level, Meta, SourceKind, StatelessRule},
    estree::{AstType, Node},
    flow::SinkKind,
};

/// Finds templates that an attacker writes.
///
/// Template engines compile their input to code: the author of a template runs code on the server.
///
/// A finding shows the way from the source to the engine and a template that passes every check on it.
///
/// ```js
/// ejs.render(`Hello ${req.query.name}`);                     // found: <%= 7*7 %>
/// ejs.render('Hello <%= name %>', { name: req.query.name }); // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct TemplateInjection;

impl StatelessRule for TemplateInjection {
    const META: Meta = Meta {
        id: "oxsec/template-injection",
        cwe: 1336,
        owasp: "A03:2021 Injection",
        cvss: 9.8,
        on: &[AstType::Program],
        filters: Filters::PROOFS,
        messages: &["templateInjection"],
    };

    fn check<'a>(&self, _: Node<'a>, ctx: &mut Context<'a, '_>) {
        report_flows(ctx, &[SinkKind::Template], |found| {
            // Templates in files and arguments are the program's own.
            if !matches!(found.source, SourceKind::Remote | SourceKind::Browser | SourceKind::Parameter) {
                return None;
            }
            Some(Words {
                message_id: "templateInjection",
                cwe: 1336,
                level: Level::Critical,
                what: format!("{} is {} that {} compiles", found.source_name, found.context, found.sink_name),
                fix: "Compile a fixed template and pass the value as data",
            })
        });
    }
}
