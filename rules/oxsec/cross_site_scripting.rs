use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{Words, report_flows};
use crate::{
    engine::{Context, Filters, Level, Meta, SourceKind, StatelessRule},
    estree::{AstType, Node},
    flow::SinkKind,
};

/// Finds data of an attacker that a browser reads as HTML.
///
/// An attacker who controls a part of a page runs scripts in it, with the session of the user who opens it. This
/// applies to answers of a server, to `innerHTML` and similar properties, to jQuery, and to frameworks that are told to
/// trust a text.
///
/// A finding shows the way from the source to the page and an input that passes every escape on it and still runs.
///
/// ```js
/// res.send(`<h1>${req.query.title}</h1>`);                 // found: <img src=x onerror=alert(1)>
/// res.type('text/plain').send(req.query.title);            // fine
/// element.textContent = location.hash;                     // fine
/// ```
///
/// A function that gives jQuery what it is given, `$(item)`, is given elements in most programs: that is a note.
///
/// In an answer, headers of the request are left alone, and so is its address until it is decoded: nobody makes
/// another's browser send such headers, and browsers write `<` in an address as `%3C`.
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct CrossSiteScripting;

impl StatelessRule for CrossSiteScripting {
    const META: Meta = Meta {
        id: "oxsec/cross-site-scripting",
        cwe: 79,
        owasp: "A03:2021 Injection",
        cvss: 6.1,
        on: &[AstType::Program],
        filters: Filters::PROOFS,
        messages: &["crossSiteScripting", "mailHtml"],
    };

    fn check<'a>(&self, _: Node<'a>, ctx: &mut Context<'a, '_>) {
        report_flows(ctx, &[SinkKind::MailHtml], |found| {
            Some(Words {
                message_id: "mailHtml",
                cwe: 79,
                level: Level::Low,
                what: format!("{} is {} that {} sends", found.source_name, found.context, found.sink_name),
                fix: "Escape &, <, > and quotes in what others wrote, or send it as text",
            })
        });
        const KINDS: &[SinkKind] =
            &[SinkKind::Html, SinkKind::Selector, SinkKind::Link, SinkKind::Resource, SinkKind::Script];
        report_flows(ctx, KINDS, |found| {
            // Callers of a function choose its addresses; strangers choose those of a request.
            let is_strange = matches!(found.source, SourceKind::Remote | SourceKind::Browser);
            if found.kind == SinkKind::Link && !is_strange {
                return None;
            }
            Some(Words {
                message_id: "crossSiteScripting",
                cwe: 79,
                level: Level::High,
                what: format!("{} is {} that {} shows", found.source_name, found.context, found.sink_name),
                fix: "Assign textContent, escape &, <, >, quotes for the place at hand, or sanitize with DOMPurify",
            })
        });
    }
}
