use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{Words, report_flows};
use crate::{
    engine::{Context, Filters, Level, Meta, SourceKind, StatelessRule},
    estree::{AstType, Node},
    flow::SinkKind,
};

/// Finds sizes, times and packed data that a stranger chooses without a limit.
///
/// A request that asks for a gigabyte of memory, or unpacks to one, stops the server.
///
/// ```js
/// Buffer.alloc(Number(req.query.size));                                    // found: 1000000000
/// zlib.gunzipSync(req.body);                                               // found
/// zlib.gunzipSync(req.body, { maxOutputLength: 1 << 20 });                 // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct ResourceExhaustion;

impl StatelessRule for ResourceExhaustion {
    const META: Meta = Meta {
        id: "oxsec/resource-exhaustion",
        cwe: 400,
        owasp: "A04:2021 Insecure Design",
        cvss: 7.5,
        on: &[AstType::Program],
        filters: Filters::PROOFS,
        messages: &["resourceExhaustion"],
    };

    fn check<'a>(&self, _: Node<'a>, ctx: &mut Context<'a, '_>) {
        report_flows(ctx, &[SinkKind::Size, SinkKind::Inflate], |found| {
            // Callers of a function choose sizes on purpose; a page slows down itself alone.
            if found.source != SourceKind::Remote {
                return None;
            }
            Some(Words {
                message_id: "resourceExhaustion",
                cwe: if found.kind == SinkKind::Inflate { 409 } else { 400 },
                level: Level::Medium,
                what: format!("{} is {} in {}, and has no limit", found.source_name, found.context, found.sink_name),
                fix: "Compare it with a limit before, or set maxOutputLength",
            })
        });
    }
}
