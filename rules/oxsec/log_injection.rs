use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{Words, report_flows};
use crate::{
    engine::{Context, Filters, Level, Meta, SourceKind, StatelessRule},
    estree::{AstType, Node},
    flow::SinkKind,
};

/// Finds log lines that a stranger can forge.
///
/// A line break in what is logged begins a new entry, which looks like the program's own.
///
/// A finding shows the way from the request to the log and an input with a line break that passes every replacement on
/// it.
///
/// ```js
/// console.log('login of ' + req.body.name);                         // found: a line break and a forged entry
/// console.log('login of ' + req.body.name.replace(/[\r\n]/g, ''));  // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct LogInjection;

impl StatelessRule for LogInjection {
    const META: Meta = Meta {
        id: "oxsec/log-injection",
        cwe: 117,
        owasp: "A09:2021 Security Logging and Monitoring Failures",
        cvss: 5.3,
        on: &[AstType::Program],
        filters: Filters::PROOFS,
        messages: &["logInjection"],
    };

    fn check<'a>(&self, _: Node<'a>, ctx: &mut Context<'a, '_>) {
        report_flows(ctx, &[SinkKind::Log], |found| {
            // Only strangers forge entries.
            if !matches!(found.source, SourceKind::Remote) {
                return None;
            }
            Some(Words {
                message_id: "logInjection",
                cwe: 117,
                level: Level::Low,
                what: format!("{} is {} that {} writes", found.source_name, found.context, found.sink_name),
                fix: "Remove line breaks, or log structured data as JSON",
            })
        });
    }
}
