use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{Words, report_flows};
use crate::{
    engine::{Context, Filters, Level, Meta, SourceKind, StatelessRule},
    estree::{AstType, Node},
    flow::SinkKind,
};

/// Finds formats that a stranger writes.
///
/// `%s` and similar directives in a format are replaced by the next argument: a log entry loses its data, or shows
/// other data.
///
/// A finding shows the way from the request to the format and an input with a directive that passes every check on it.
/// A call without further arguments formats nothing and is not reported.
///
/// ```js
/// console.log('login of ' + req.query.name, address);    // found: %o%d takes the place of the address
/// console.log('login of %s', req.query.name, address);   // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct FormatString;

impl StatelessRule for FormatString {
    const META: Meta = Meta {
        id: "oxsec/format-string",
        cwe: 134,
        owasp: "A03:2021 Injection",
        cvss: 5.3,
        on: &[AstType::Program],
        filters: Filters::PROOFS,
        messages: &["formatString"],
    };

    fn check<'a>(&self, _: Node<'a>, ctx: &mut Context<'a, '_>) {
        report_flows(ctx, &[SinkKind::Format], |found| {
            // Callers of a function write its formats on purpose.
            if !matches!(found.source, SourceKind::Remote | SourceKind::Browser) {
                return None;
            }
            Some(Words {
                message_id: "formatString",
                cwe: 134,
                level: Level::Low,
                what: format!(
                    "{} is in {} of {}, and may hold directives",
                    found.source_name, found.context, found.sink_name
                ),
                fix: "Make the format a constant, and pass the data as an argument for %s",
            })
        });
    }
}
