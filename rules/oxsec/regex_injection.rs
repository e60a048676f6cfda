use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{Words, report_flows};
use crate::{
    engine::{Context, Filters, Level, Meta, SourceKind, StatelessRule},
    estree::{AstType, Node},
    flow::SinkKind,
};

/// Finds regular expressions that a stranger writes.
///
/// A pattern with repetitions within one another takes exponential time: one request stops the server.
///
/// A finding shows the way from the source to the pattern and an input that passes every escape on it.
///
/// ```js
/// new RegExp(req.query.search);                                             // found: (a+)+$
/// new RegExp(req.query.search.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));        // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct RegexInjection;

impl StatelessRule for RegexInjection {
    const META: Meta = Meta {
        id: "oxsec/regex-injection",
        cwe: 1333,
        owasp: "A03:2021 Injection",
        cvss: 7.5,
        on: &[AstType::Program],
        filters: Filters::PROOFS,
        messages: &["regexInjection"],
    };

    fn check<'a>(&self, _: Node<'a>, ctx: &mut Context<'a, '_>) {
        report_flows(ctx, &[SinkKind::RegExp], |found| {
            // Callers of a function pass patterns on purpose.
            if !matches!(found.source, SourceKind::Remote | SourceKind::Browser | SourceKind::Local) {
                return None;
            }
            Some(Words {
                message_id: "regexInjection",
                cwe: 1333,
                level: Level::Medium,
                what: format!("{} is {} that {} compiles", found.source_name, found.context, found.sink_name),
                fix: "Escape the characters that patterns give a meaning, or search with includes()",
            })
        });
    }
}
