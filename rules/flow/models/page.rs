//! The models of a page's document: its elements, their contents, and the ways to write into them.

use super::{Row, assigned, callback, handler, is, makes, neutral, sink, sink_named, source, stored};
use crate::{
    engine::SourceKind::Browser,
    flow::{
        Shape::{Any, Text},
        SinkKind::{Html, Link, Redirect, Script},
    },
};

/// Attributes whose text is run when something happens.
pub(super) const HANDLERS: &[&str] = &[
    "onblur",
    "onchange",
    "onclick",
    "onerror",
    "onfocus",
    "onhover",
    "oninput",
    "onkeydown",
    "onkeypress",
    "onkeyup",
    "onload",
    "onmousedown",
    "onmouseenter",
    "onmouseout",
    "onmouseover",
    "onsubmit",
    "ontoggle",
];

/// Attributes that hold an address which may be a script.
pub(super) const ADDRESSES: &[&str] = &["href", "xlink:href", "action", "formaction"];

#[rustfmt::skip]
pub(super) const ROWS: &[Row] = &[
    // HTML.
    assigned("*.innerHTML", Html), assigned("*.outerHTML", Html), assigned("*.srcdoc", Html),
    sink("*.insertAdjacentHTML", 1, Html), sink("*.createContextualFragment", 0, Html), sink("*.setHTMLUnsafe", 0, Html),
    sink("Document.parseHTMLUnsafe", 0, Html), sink_named("document.execCommand", &["insertHTML"], 2, Html),
    sink_named("*.setAttribute", &["srcdoc"], 1, Html), sink_named("*.setAttribute", ADDRESSES, 1, Link),
    sink_named("*.setAttribute", HANDLERS, 1, Script),
    sink("WinJS.Utilities.setInnerHTMLUnsafe", 1, Html), sink("WinJS.Utilities.setOuterHTMLUnsafe", 1, Html),
    sink("electron.shell.openExternal", 0, Redirect), sink("electron.BrowserWindow().loadURL", 0, Redirect),
    // Elements that load what they are told.
    makes("document.createElement", "dom.Made"),
    assigned("dom.Made.script.src", Redirect), assigned("dom.Made.script.text", Script), assigned("dom.Made.script.textContent", Script),
    assigned("dom.Made.script.innerText", Script), assigned("dom.Made.iframe.src", Link), assigned("dom.Made.iframe.src", Redirect),
    assigned("dom.Made.a.href", Link), assigned("dom.Made.form.action", Link), assigned("dom.Made.embed.src", Redirect),
    assigned("dom.Made.object.data", Redirect), assigned("dom.Made.base.href", Redirect),
    sink_named("dom.Made.script.setAttribute", &["src"], 1, Redirect), sink_named("dom.Made.iframe.setAttribute", &["src"], 1, Redirect),
    // Elements and what they say.
    is("document.getElementById()", "dom.Element"), is("document.querySelector()", "dom.Element"), is("document.activeElement", "dom.Element"),
    is("document.querySelectorAll().0", "dom.Element"), is("document.getElementsByTagName().0", "dom.Element"),
    is("document.getElementsByClassName().0", "dom.Element"), is("document.getElementsByName().0", "dom.Element"),
    is("document.querySelectorAll().[]", "dom.Element"), is("document.getElementsByTagName().[]", "dom.Element"),
    is("document.getElementsByClassName().[]", "dom.Element"), is("document.getElementsByName().[]", "dom.Element"),
    is("dom.Element.querySelector()", "dom.Element"), is("dom.Element.closest()", "dom.Element"), is("dom.Event.target", "dom.Element"),
    is("dom.Event.currentTarget", "dom.Element"), is("dom.Event.srcElement", "dom.Element"), is("event.target", "dom.Element"),
    is("dom.Element.parentNode", "dom.Element"), is("dom.Element.parentElement", "dom.Element"), is("dom.Element.firstChild", "dom.Element"),
    is("dom.Element.nextSibling", "dom.Element"), is("dom.Element.previousSibling", "dom.Element"),
    is("dom.Element.elements.*", "dom.Element"),
    source("dom.Element.value", Browser, Text), source("dom.Element.textContent", Browser, Text), source("dom.Element.innerText", Browser, Text),
    source("dom.Element.defaultValue", Browser, Text), source("dom.Element.files", Browser, Any),
    source("document.getSelection().toString()", Browser, Text), source("window.getSelection().toString()", Browser, Text),
    source("prompt()", Browser, Text), source("window.prompt()", Browser, Text), source("FormData().get()", Browser, Text),
    // Events.
    is("type.MessageEvent", "dom.Event"), is("type.ClipboardEvent", "dom.Event"), is("type.DragEvent", "dom.Event"), is("type.InputEvent", "dom.Event"),
    is("type.Event", "dom.Event"), is("type.HashChangeEvent", "dom.Event"), is("type.StorageEvent", "dom.Event"), is("type.HTMLInputElement", "dom.Element"),
    is("type.HTMLTextAreaElement", "dom.Element"), is("type.HTMLSelectElement", "dom.Element"),
    callback("addEventListener", 1, 0, "dom.Event"),
    callback("*.addEventListener", 1, 0, "dom.Event"),
    callback("Worker().addEventListener", 1, 0, "socket.Told"), callback("WebSocket().addEventListener", 1, 0, "socket.Told"),
    callback("SharedWorker().port.addEventListener", 1, 0, "socket.Told"),
    callback("MessageChannel().port1.addEventListener", 1, 0, "socket.Told"),
    callback("MessageChannel().port2.addEventListener", 1, 0, "socket.Told"),
    handler("onmessage", 0, "dom.Event"), handler("window.onmessage", 0, "dom.Event"),
    handler("*.onmessage", 0, "socket.Told"), handler("*.onpaste", 0, "dom.Event"), handler("*.ondrop", 0, "dom.Event"),
    handler("*.onchange", 0, "dom.Event"), handler("*.oninput", 0, "dom.Event"), handler("*.onkeyup", 0, "dom.Event"),
    source("dom.Event.data", Browser, Any), is("dom.Event.originalEvent", "dom.Event"), source("dom.Event.newURL", Browser, Text),
    source("dom.Event.oldURL", Browser, Text), source("dom.Event.newValue", Browser, Text), source("event.data", Browser, Any),
    source("dom.Event.clipboardData.getData()", Browser, Text), source("dom.Event.dataTransfer.getData()", Browser, Text),
    source("navigator.clipboard.readText()", Browser, Text), source("window.clipboardData.getData()", Browser, Text),
    // Storage and cookies: what the page put there itself.
    is("window.localStorage", "localStorage"), is("window.sessionStorage", "sessionStorage"),
    stored("localStorage.getItem", "localStorage.setItem"), stored("sessionStorage.getItem", "sessionStorage.setItem"),
    is("js-cookie", "Cookies"), is("Cookie", "Cookies"), stored("Cookies.get", "Cookies.set"),
    // Sanitizers that give HTML without scripts: nothing of the input that does damage is left.
    neutral("dompurify.sanitize"), neutral("DOMPurify.sanitize"), neutral("isomorphic-dompurify.sanitize"),
    neutral("dompurify().sanitize"), neutral("sanitize-html"), neutral("xss"), neutral("xss.filterXSS"), neutral("striptags"),
    neutral("insane"), neutral("escape-html"), neutral("he.encode"), neutral("he.escape"), neutral("$sanitize"),
    neutral("lodash.escape"), neutral("underscore.escape"), neutral("_.escape"), neutral("validator.escape"), neutral("entities.encode"),
    neutral("html-escaper.escape"), neutral("bleach.sanitize"), neutral("google-caja.sanitize"), neutral("html-entities.encode"),
];
