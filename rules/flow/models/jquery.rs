//! jQuery, and libraries with its selections.

use super::{
    Row, callback, getter, is,
    page::{ADDRESSES, HANDLERS},
    passes, same_op, sink, sink_named, sink_option, source,
};
use crate::{
    engine::SourceKind::Browser,
    flow::{
        Shape::{Any, Text},
        SinkKind::{Code, Html, Link, Redirect, Script, Selector},
    },
};

#[rustfmt::skip]
pub(super) const ROWS: &[Row] = &[
    is("$", "jquery"), is("jQuery", "jquery"), is("window.$", "jquery"), is("window.jQuery", "jquery"), is("zepto", "jquery"), is("cash-dom", "jquery"),
    is("angular.element", "jquery"),
    is("type.JQueryStatic", "jquery"), is("type.JQuery", "jquery.Object"), is("jquery()", "jquery.Object"), is("jquery.Object.*()", "jquery.Object"),
    passes("jquery.trim", 0), same_op("jquery.extend", "Object.assign"), same_op("angular.extend", "Object.assign"),
    sink("jquery", 0, Selector), sink("jquery.Object.append", 0, Html), sink("jquery.Object.prepend", 0, Html),
    sink("jquery.Object.after", 0, Html), sink("jquery.Object.before", 0, Html), sink("jquery.Object.replaceWith", 0, Html),
    sink("jquery.Object.wrap", 0, Html), sink("jquery.Object.wrapAll", 0, Html), sink("jquery.Object.wrapInner", 0, Html),
    sink("jquery.Object.add", 0, Selector), sink("jquery.Object.appendTo", 0, Selector), sink("jquery.Object.prependTo", 0, Selector),
    sink("jquery.Object.insertAfter", 0, Selector), sink("jquery.Object.insertBefore", 0, Selector), sink("jquery.Object.replaceAll", 0, Selector),
    sink("jquery.Object.append", 1, Html), sink("*.html", 0, Html),
    sink("jquery.parseHTML", 0, Html), sink("jquery.jGrowl", 0, Html), sink("jquery.globalEval", 0, Code), sink("jquery.globalEval", 0, Script),
    sink("jquery.getScript", 0, Redirect), sink("jquery.templates", 0, Html), sink("jquery.tmpl", 0, Html),
    sink_named("jquery.Object.attr", ADDRESSES, 1, Link), sink_named("jquery.Object.prop", &["href", "action"], 1, Link),
    sink_named("jquery.Object.attr", HANDLERS, 1, Code), sink_named("jquery.Object.attr", &["srcdoc"], 1, Html),
    sink_named("jquery.Object.prop", &["innerHTML", "outerHTML"], 1, Html),
    sink_option("jquery.Object.attr", 0, "href", Link), sink_option("jquery.Object.attr", 0, "html", Html),
    sink_option("jquery", 1, "html", Html), sink_option("jquery", 1, "href", Link),
    sink_option("jquery.Object.tooltip", 0, "title", Html), sink_option("jquery.Object.popover", 0, "content", Html),
    getter("jquery.Object.val", 0, Browser, Text), getter("jquery.Object.text", 0, Browser, Text),
    source("jquery.Object.serialize()", Browser, Text), source("jquery.Object.serializeArray()", Browser, Any),
    is("jquery.Object.0", "dom.Element"), is("jquery.Object.get()", "dom.Element"),
    callback("jquery.Object.on", 1, 0, "dom.Event"), callback("jquery.Object.on", 2, 0, "dom.Event"), callback("jquery.Object.bind", 1, 0, "dom.Event"),
    callback("jquery.Object.one", 1, 0, "dom.Event"), callback("jquery.Object.change", 0, 0, "dom.Event"), callback("jquery.Object.keyup", 0, 0, "dom.Event"),
    // D3's selections.
];
