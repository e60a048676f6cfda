use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{Words, report_flows};
use crate::{
    engine::{Context, Filters, Level, Meta, SourceKind, StatelessRule},
    estree::{AstType, Node},
    flow::SinkKind,
};

/// Finds requests whose host or path a stranger chooses.
///
/// The request comes from inside: it reaches the cloud's metadata service, databases and admin pages that no stranger
/// reaches.
///
/// A finding shows the way from the source to the request and an address that passes every check on it.
///
/// ```js
/// await fetch(req.query.url);                                             // found: https://evil.example/
/// await fetch(`https://api.example.com/users/${encodeURIComponent(id)}`); // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct ServerSideRequestForgery;

impl StatelessRule for ServerSideRequestForgery {
    const META: Meta = Meta {
        id: "oxsec/server-side-request-forgery",
        cwe: 918,
        owasp: "A10:2021 Server-Side Request Forgery",
        cvss: 8.6,
        on: &[AstType::Program],
        filters: Filters::PROOFS,
        messages: &["serverSideRequestForgery"],
    };

    fn check<'a>(&self, _: Node<'a>, ctx: &mut Context<'a, '_>) {
        report_flows(ctx, &[SinkKind::Request, SinkKind::Page], |found| {
            // Callers of a function choose its addresses; strangers choose those of a request.
            if !matches!(found.source, SourceKind::Remote | SourceKind::Browser) {
                return None;
            }
            if found.kind == SinkKind::Page {
                return Some(Words {
                    message_id: "serverSideRequestForgery",
                    cwe: 918,
                    level: Level::High,
                    what: format!(
                        "{} is {} of a page that {} renders within the server's network",
                        found.source_name, found.context, found.sink_name
                    ),
                    fix: "Escape it for HTML, or render without scripts and with requests intercepted",
                });
            }
            Some(Words {
                message_id: "serverSideRequestForgery",
                cwe: 918,
                level: Level::High,
                what: format!("{} is {} that {} sends", found.source_name, found.context, found.sink_name),
                fix: "Take host and path from a fixed list, or parse with new URL(…) and compare the host with an \
                      allow-list before the request",
            })
        });
    }
}
