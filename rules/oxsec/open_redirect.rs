use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{Words, report_flows};
use crate::{
    engine::{Context, Filters, Level, Meta, SourceKind, StatelessRule},
    estree::{AstType, Node},
    flow::SinkKind,
};

/// Finds addresses that a stranger chooses and a browser is sent to.
///
/// A link to a trusted site then leads to any other, and `javascript:` runs a script in the page at hand.
///
/// A finding shows the way from the source to the redirect and an address that passes every check on it.
///
/// ```js
/// res.redirect(req.query.next);                                   // found: https://evil.example/
/// res.redirect('/users/' + encodeURIComponent(req.query.name));   // fine
/// ```
///
/// Headers of a request are left alone: nobody makes another's browser send them, and `Referer` only leads back to the
/// page where the visitor already is.
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct OpenRedirect;

impl StatelessRule for OpenRedirect {
    const META: Meta = Meta {
        id: "oxsec/open-redirect",
        cwe: 601,
        owasp: "A01:2021 Broken Access Control",
        cvss: 6.1,
        on: &[AstType::Program],
        filters: Filters::PROOFS,
        messages: &["openRedirect"],
    };

    fn check<'a>(&self, _: Node<'a>, ctx: &mut Context<'a, '_>) {
        report_flows(ctx, &[SinkKind::Redirect], |found| {
            // Callers of a function choose its addresses; strangers choose those of a request.
            if !matches!(found.source, SourceKind::Remote | SourceKind::Browser) {
                return None;
            }
            Some(Words {
                message_id: "openRedirect",
                cwe: 601,
                level: Level::Medium,
                what: format!("{} is {} that {} sends a browser to", found.source_name, found.context, found.sink_name),
                fix: "Redirect to paths of a fixed list, or parse with new URL(…) and compare its origin with your own",
            })
        });
    }
}
