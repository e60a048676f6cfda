//! The page's address: where it is read, and where a browser is sent.

use super::{Row, assigned, is, sink, source};
use crate::{
    engine::SourceKind::Browser,
    flow::{
        Shape::Text,
        SinkKind::{Html, Link, Redirect},
    },
};

#[rustfmt::skip]
pub(super) const ROWS: &[Row] = &[
    is("window.document", "document"), is("globalThis.document", "document"), is("self.document", "document"),
    is("window.location", "location"), is("document.location", "location"), is("self.location", "location"),
    is("top.location", "location"), is("globalThis.location", "location"), is("parent.location", "location"),
    is("window.top.location", "location"), is("window.parent.location", "location"),
    is("document.defaultView.location", "location"), is("$window.location", "location"), is("$document.location", "location"),
    source("location.hash", Browser, Text), source("location.search", Browser, Text), source("location.href", Browser, Text),
    source("location.toString()", Browser, Text), source("document.URL", Browser, Text), source("document.baseURI", Browser, Text),
    source("document.documentURI", Browser, Text), source("document.referrer", Browser, Text), source("document.cookie", Browser, Text),
    source("window.name", Browser, Text), source("self.name", Browser, Text),
    // Navigation: to any host, or to a script.
    assigned("location", Redirect), assigned("location", Link), assigned("location.href", Redirect), assigned("location.href", Link),
    sink("location.assign", 0, Redirect), sink("location.assign", 0, Link), sink("location.replace", 0, Redirect),
    sink("location.replace", 0, Link), sink("window.open", 0, Redirect), sink("window.open", 0, Link), sink("open", 0, Redirect),
    sink("navigation.navigate", 0, Redirect), sink("window.navigate", 0, Redirect), sink("*.location.assign", 0, Redirect),
    sink("*.location.replace", 0, Redirect), assigned("location.protocol", Link), assigned("location.hostname", Redirect),
    // The document is written.
    sink("document.write", 0, Html), sink("document.writeln", 0, Html), sink("document.write", 1, Html),
    sink("document.open().write", 0, Html), sink("document.implementation.createHTMLDocument().write", 0, Html),
];
