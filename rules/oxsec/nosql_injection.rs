use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{Words, report_flows};
use crate::{
    engine::{Context, Filters, Level, Meta, SourceKind, StatelessRule},
    estree::{AstType, Node},
    flow::SinkKind,
};

/// Finds values of a request that a document database takes for query operators.
///
/// JSON bodies and query strings hold objects: `{"$ne": ""}` in place of a password matches every user.
///
/// A finding shows the way from the source to the query and the object that passes every check on it.
///
/// ```js
/// users.findOne({ name: req.body.name, password: req.body.password });    // found: {"$ne": ""}
/// users.findOne({ name: String(req.body.name) });                         // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct NosqlInjection;

impl StatelessRule for NosqlInjection {
    const META: Meta = Meta {
        id: "oxsec/nosql-injection",
        cwe: 943,
        owasp: "A03:2021 Injection",
        cvss: 8.8,
        on: &[AstType::Program],
        filters: Filters::PROOFS,
        messages: &["nosqlInjection"],
    };

    fn check<'a>(&self, _: Node<'a>, ctx: &mut Context<'a, '_>) {
        report_flows(ctx, &[SinkKind::NoSql, SinkKind::Filter], |found| {
            // Callers of a function pass query objects on purpose.
            if !matches!(found.source, SourceKind::Remote | SourceKind::Browser) {
                return None;
            }
            if found.kind == SinkKind::Filter {
                return Some(Words {
                    message_id: "nosqlInjection",
                    cwe: 943,
                    level: Level::High,
                    what: format!("{} is {} that {} runs", found.source_name, found.context, found.sink_name),
                    fix: "Pass it as a variable of the query, or escape it for the language of the query",
                });
            }
            Some(Words {
                message_id: "nosqlInjection",
                cwe: 943,
                level: Level::High,
                what: format!(
                    "{} may be an object with operators, as {} that {} runs",
                    found.source_name, found.context, found.sink_name
                ),
                fix: "Make it a string with String(…), or compare with $eq and check its type",
            })
        });
    }
}
