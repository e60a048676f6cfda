//! Clients that send requests, and browsers that are steered by a program.

use super::{Row, is, sink, sink_option};
use crate::flow::SinkKind::Request;

#[rustfmt::skip]
pub(super) const ROWS: &[Row] = &[
    sink("fetch", 0, Request), sink("window.fetch", 0, Request), sink("globalThis.fetch", 0, Request), sink("node-fetch", 0, Request),
    sink("cross-fetch", 0, Request), sink("isomorphic-fetch", 0, Request), sink("cross-fetch.fetch", 0, Request),
    sink("undici.fetch", 0, Request), sink("undici.request", 0, Request), sink("undici.stream", 0, Request), sink("undici.Client", 0, Request),
    is("axios.create()", "axios"), is("axios.Axios()", "axios"), is("@nestjs.axios.HttpService", "axios"),
    sink("axios", 0, Request), sink_option("axios", 0, "url", Request), sink_option("axios", 0, "baseURL", Request),
    sink("axios.get", 0, Request), sink("axios.post", 0, Request), sink("axios.put", 0, Request), sink("axios.patch", 0, Request),
    sink("axios.delete", 0, Request), sink("axios.head", 0, Request), sink("axios.options", 0, Request),
    sink_option("axios.request", 0, "url", Request), sink_option("axios.create", 0, "baseURL", Request),
    is("request-promise", "request"), is("request-promise-native", "request"), is("request.defaults()", "request"),
    sink("request", 0, Request), sink_option("request", 0, "url", Request), sink_option("request", 0, "uri", Request),
    sink("request.get", 0, Request), sink("request.post", 0, Request), sink("request.put", 0, Request), sink("request.patch", 0, Request),
    sink("request.delete", 0, Request), sink("request.del", 0, Request), sink("request.head", 0, Request),
    sink_option("request.get", 0, "url", Request), sink_option("request.post", 0, "url", Request), sink_option("request.get", 0, "uri", Request),
    is("got.extend()", "got"), sink("got", 0, Request), sink_option("got", 0, "url", Request), sink("got.get", 0, Request),
    sink("got.post", 0, Request), sink("got.put", 0, Request), sink("got.delete", 0, Request), sink("got.stream", 0, Request),
    sink("needle", 1, Request), sink("needle.get", 0, Request), sink("needle.post", 0, Request), sink("needle.put", 0, Request),
    sink("needle.head", 0, Request), sink("needle.request", 1, Request),
    sink("superagent", 0, Request), sink("superagent.get", 0, Request), sink("superagent.post", 0, Request), sink("superagent.put", 0, Request),
    sink("superagent.del", 0, Request), sink("superagent.head", 0, Request), sink("urllib.request", 0, Request), sink("phin", 0, Request),
    sink("http.get", 0, Request), sink("http.request", 0, Request), sink("https.get", 0, Request), sink("https.request", 0, Request),
    sink_option("http.get", 0, "host", Request), sink_option("http.get", 0, "hostname", Request),
    sink_option("http.request", 0, "host", Request), sink_option("http.request", 0, "hostname", Request),
    sink_option("https.get", 0, "host", Request), sink_option("https.get", 0, "hostname", Request),
    sink_option("https.request", 0, "host", Request), sink_option("https.request", 0, "hostname", Request),
    sink("net.connect", 1, Request), sink("net.createConnection", 1, Request),
    sink("XMLHttpRequest().open", 1, Request), sink("WebSocket", 0, Request), sink("EventSource", 0, Request), sink("ws", 0, Request),
    sink("jquery.get", 0, Request), sink("jquery.post", 0, Request), sink("jquery.getJSON", 0, Request),
    sink("jquery.ajax", 0, Request), sink_option("jquery.ajax", 0, "url", Request),
    sink("download", 0, Request), sink_option("image-downloader.image", 0, "url", Request),
    // Pages that a program opens.
    is("puppeteer.launch()", "browser.Browser"), is("puppeteer-core.launch()", "browser.Browser"), is("playwright.chromium.launch()", "browser.Browser"),
    is("playwright.firefox.launch()", "browser.Browser"), is("puppeteer.connect()", "browser.Browser"), is("browser.Browser.newContext()", "browser.Browser"),
    is("browser.Browser.newPage()", "browser.Page"), is("browser.Browser.createIncognitoBrowserContext()", "browser.Browser"),
    is("phantom.create()", "browser.Browser"), is("browser.Browser.createPage()", "browser.Page"),
    sink("browser.Page.goto", 0, Request), sink("browser.Page.open", 0, Request), sink("browser.Page.openUrl", 0, Request),
    sink("wkhtmltopdf", 0, Request), sink("wkhtmltoimage.generate", 0, Request),
];
