use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{Words, report_flows};
use crate::{
    engine::{Context, Filters, Level, Meta, SourceKind, StatelessRule},
    estree::{AstType, Node},
    flow::SinkKind,
};

/// Finds XML of an attacker that is parsed with entities.
///
/// An entity may name a file, whose content becomes a part of the document, or expand to gigabytes.
///
/// ```js
/// libxmljs.parseXml(req.body, { noent: true });    // found
/// libxmljs.parseXml(req.body);                     // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct Xxe;

impl StatelessRule for Xxe {
    const META: Meta = Meta {
        id: "oxsec/xxe",
        cwe: 611,
        owasp: "A05:2021 Security Misconfiguration",
        cvss: 7.5,
        on: &[AstType::Program],
        filters: Filters::PROOFS,
        messages: &["xxe"],
    };

    fn check<'a>(&self, _: Node<'a>, ctx: &mut Context<'a, '_>) {
        report_flows(ctx, &[SinkKind::Xml], |found| {
            // Files and arguments are the program's own.
            if !matches!(found.source, SourceKind::Remote | SourceKind::Browser | SourceKind::Parameter) {
                return None;
            }
            Some(Words {
                message_id: "xxe",
                cwe: 611,
                level: Level::High,
                what: format!("{} is {} that {} parses", found.source_name, found.context, found.sink_name),
                fix: "Leave external entities off (no noent), and refuse documents with a DOCTYPE",
            })
        });
    }
}
