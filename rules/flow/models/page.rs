//! What a page holds, and libraries that change it.

use super::{Row, assigned, callback, is, sink, sink_named, source};
use crate::{
    engine::SourceKind::Browser,
    flow::{
        Shape::{Any, Text},
        SinkKind::{Code, Html, Redirect, Selector},
    },
};

#[rustfmt::skip]
pub const ROWS: &[Row] = &[
    is("parent.location", "location"), is("window.top.location", "location"), is("window.parent.location", "location"),
    is("document.defaultView.location", "location"),
    source("location.toString()", Browser, Text), source("document.baseURI", Browser, Text), source("document.cookie", Browser, Text),
    source("self.name", Browser, Text),
    // Navigation.
    assigned("location", Redirect), assigned("document.location", Redirect), assigned("window.location", Redirect),
    assigned("self.location", Redirect), assigned("top.location", Redirect), assigned("parent.location", Redirect),
    sink("window.open", 0, Redirect),
    // HTML.
    sink("*.insertAdjacentHTML", 1, Html), sink("*.createContextualFragment", 0, Html), assigned("*.srcdoc", Html),
    sink("document.write", 1, Html), sink("document.implementation.createHTMLDocument().write", 0, Html),
    sink_named("*.setAttribute", &["srcdoc"], 1, Html), sink_named("*.setAttribute", &["href", "action", "formaction"], 1, Redirect),
    // Elements and what they say.
    is("document.getElementById()", "dom.Element"), is("document.querySelector()", "dom.Element"), is("document.createElement()", "dom.Made"),
    is("dom.Element.querySelector()", "dom.Element"), is("dom.Event.target", "dom.Element"), is("dom.Event.currentTarget", "dom.Element"),
    is("dom.Element.parentNode", "dom.Element"), is("dom.Element.firstChild", "dom.Element"), is("dom.Element.nextSibling", "dom.Element"),
    source("dom.Element.value", Browser, Text), source("dom.Element.textContent", Browser, Text), source("dom.Element.innerText", Browser, Text),
    source("dom.Element.getAttribute()", Browser, Text), source("dom.Element.dataset", Browser, Text), source("dom.Element.files", Browser, Any),
    // Events.
    callback("window.addEventListener", 1, 0, "dom.Event"), callback("addEventListener", 1, 0, "dom.Event"),
    callback("self.addEventListener", 1, 0, "dom.Event"), callback("document.addEventListener", 1, 0, "dom.Event"),
    callback("dom.Element.addEventListener", 1, 0, "dom.Event"),
    source("dom.Event.data", Browser, Any),
    // jQuery.
    is("$", "jquery"), is("jQuery", "jquery"), is("window.$", "jquery"), is("window.jQuery", "jquery"), is("cheerio.load()", "jquery.Server"),
    is("jquery()", "jquery.Object"), is("jquery.Object.find()", "jquery.Object"), is("jquery.Object.parent()", "jquery.Object"),
    is("jquery.Object.children()", "jquery.Object"), is("jquery.Object.closest()", "jquery.Object"), is("jquery.Object.eq()", "jquery.Object"),
    is("jquery.Object.first()", "jquery.Object"), is("jquery.Object.last()", "jquery.Object"), is("jquery.Object.next()", "jquery.Object"),
    is("jquery.Object.prev()", "jquery.Object"), is("jquery.Object.addClass()", "jquery.Object"), is("jquery.Object.css()", "jquery.Object"),
    is("jquery.Object.show()", "jquery.Object"), is("jquery.Object.hide()", "jquery.Object"), is("jquery.Object.empty()", "jquery.Object"),
    is("jquery.Object.html()", "jquery.Object"), is("jquery.Object.append()", "jquery.Object"), is("jquery.Object.on()", "jquery.Object"),
    sink("jquery", 0, Selector), sink("jquery.Object.html", 0, Html), sink("jquery.Object.append", 0, Html), sink("jquery.Object.prepend", 0, Html),
    sink("jquery.Object.after", 0, Html), sink("jquery.Object.before", 0, Html), sink("jquery.Object.replaceWith", 0, Html),
    sink("jquery.Object.wrap", 0, Html), sink("jquery.Object.wrapAll", 0, Html), sink("jquery.Object.wrapInner", 0, Html),
    sink("jquery.Object.add", 0, Html), sink("jquery.Object.appendTo", 0, Html), sink("jquery.Object.insertAfter", 0, Html),
    sink("jquery.parseHTML", 0, Html), sink("jquery.globalEval", 0, Code), sink_named("jquery.Object.attr", &["href"], 1, Redirect),
    source("jquery.Object.val()", Browser, Text), source("jquery.Object.text()", Browser, Text), source("jquery.Object.attr()", Browser, Text),
    source("jquery.Object.data()", Browser, Text), source("jquery.Object.prop()", Browser, Text),
    callback("jquery.Object.on", 1, 0, "dom.Event"), callback("jquery.Object.on", 2, 0, "dom.Event"),
    // Frameworks that are told to trust HTML.
    sink("*.bypassSecurityTrustHtml", 0, Html), sink("*.bypassSecurityTrustScript", 0, Code), sink("*.bypassSecurityTrustUrl", 0, Redirect),
    sink("*.bypassSecurityTrustResourceUrl", 0, Redirect), sink("$sce.trustAsHtml", 0, Html), sink("$sce.trustAsResourceUrl", 0, Redirect),
    sink("$sce.trustAsUrl", 0, Redirect), sink("handlebars.SafeString", 0, Html), sink("Handlebars.SafeString", 0, Html),
    sink("lit.directives.unsafe-html.unsafeHTML", 0, Html), sink("d3.select().html", 0, Html), sink("d3.selectAll().html", 0, Html),
    // Sanitizers that give HTML without scripts: nothing of the input that does damage is left.
    super::neutral("dompurify.sanitize"), super::neutral("DOMPurify.sanitize"), super::neutral("isomorphic-dompurify.sanitize"),
    super::neutral("dompurify().sanitize"), super::neutral("sanitize-html"), super::neutral("xss"), super::neutral("xss.filterXSS"),
    super::neutral("insane"), super::neutral("escape-html"), super::neutral("he.encode"), super::neutral("he.escape"),
    super::neutral("lodash.escape"), super::neutral("underscore.escape"), super::neutral("validator.escape"), super::neutral("entities.encode"),
    super::neutral("html-escaper.escape"),
];
