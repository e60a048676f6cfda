//! The browser: the page, its address, its storage.

use super::{Row, assigned, is, sink, source};
use crate::{
    engine::SourceKind::Browser,
    flow::{
        Shape::Text,
        SinkKind::{Html, Redirect},
    },
};

#[rustfmt::skip]
pub const ROWS: &[Row] = &[
    is("window.document", "document"), is("window.location", "location"), is("document.location", "location"),
    is("self.location", "location"), is("top.location", "location"), is("globalThis.location", "location"),
    source("location.hash", Browser, Text), source("location.search", Browser, Text), source("location.href", Browser, Text),
    source("document.URL", Browser, Text), source("document.documentURI", Browser, Text),
    source("document.referrer", Browser, Text), source("window.name", Browser, Text),
    assigned("*.innerHTML", Html), assigned("*.outerHTML", Html), assigned("location.href", Redirect),
    sink("document.write", 0, Html), sink("document.writeln", 0, Html), sink("location.assign", 0, Redirect),
    sink("location.replace", 0, Redirect),
];
