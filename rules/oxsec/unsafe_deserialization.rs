use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{Words, report_flows};
use crate::{
    engine::{Context, Filters, Level, Meta, SourceKind, StatelessRule},
    estree::{AstType, Node},
    flow::SinkKind,
};

/// Finds serialised objects of an attacker that contain code.
///
/// Some formats contain functions, which reading them runs.
///
/// ```js
/// serialize.unserialize(req.cookies.profile);    // found, with node-serialize
/// JSON.parse(req.cookies.profile);               // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct UnsafeDeserialization;

impl StatelessRule for UnsafeDeserialization {
    const META: Meta = Meta {
        id: "oxsec/unsafe-deserialization",
        cwe: 502,
        owasp: "A08:2021 Software and Data Integrity Failures",
        cvss: 9.8,
        on: &[AstType::Program],
        filters: Filters::PROOFS,
        messages: &["unsafeDeserialization"],
    };

    fn check<'a>(&self, _: Node<'a>, ctx: &mut Context<'a, '_>) {
        report_flows(ctx, &[SinkKind::Deserialize], |found| {
            // Files and arguments are the program's own.
            if !matches!(found.source, SourceKind::Remote | SourceKind::Browser | SourceKind::Parameter) {
                return None;
            }
            Some(Words {
                message_id: "unsafeDeserialization",
                cwe: 502,
                level: Level::Critical,
                what: format!("{} is {} that {} makes objects of", found.source_name, found.context, found.sink_name),
                fix: "Parse it with JSON.parse, or with a schema that has no functions",
            })
        });
    }
}
