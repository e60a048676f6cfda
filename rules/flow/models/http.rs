//! Servers: Express and Node's own.

use super::{ANY, Row, callback, is, sink, sink_named, source};
use crate::{
    engine::SourceKind::Remote,
    flow::{
        Shape::{Any, Query, Text},
        SinkKind::{Html, Origin, Path, Redirect},
    },
};

/// The header that names the origins that may read an answer.
const ORIGIN: &[&str] = &["access-control-allow-origin"];

#[rustfmt::skip]
pub(super) const ROWS: &[Row] = &[
    is("express()", "express.Application"), is("express.Router()", "express.Application"),
    is("express.Application.route()", "express.Application"), is("express.Application.get()", "express.Application"),
    is("express.Application.post()", "express.Application"), is("express.Application.use()", "express.Application"),
    callback("express.Application.get", ANY, 0, "express.Request"), callback("express.Application.get", ANY, 1, "express.Response"),
    callback("express.Application.post", ANY, 0, "express.Request"), callback("express.Application.post", ANY, 1, "express.Response"),
    callback("express.Application.put", ANY, 0, "express.Request"), callback("express.Application.put", ANY, 1, "express.Response"),
    callback("express.Application.patch", ANY, 0, "express.Request"), callback("express.Application.patch", ANY, 1, "express.Response"),
    callback("express.Application.delete", ANY, 0, "express.Request"), callback("express.Application.delete", ANY, 1, "express.Response"),
    callback("express.Application.all", ANY, 0, "express.Request"), callback("express.Application.all", ANY, 1, "express.Response"),
    callback("express.Application.use", ANY, 0, "express.Request"), callback("express.Application.use", ANY, 1, "express.Response"),
    source("express.Request.query", Remote, Query), source("express.Request.body", Remote, Any),
    source("express.Request.params", Remote, Text), source("express.Request.headers", Remote, Text),
    source("express.Request.cookies", Remote, Any), source("express.Request.signedCookies", Remote, Any),
    source("express.Request.url", Remote, Text), source("express.Request.originalUrl", Remote, Text),
    source("express.Request.path", Remote, Text), source("express.Request.hostname", Remote, Text),
    source("express.Request.host", Remote, Text), source("express.Request.files", Remote, Any),
    source("express.Request.file.originalname", Remote, Text), source("express.Request.file.buffer", Remote, Any), source("express.Request.param()", Remote, Query),
    source("express.Request.get()", Remote, Text), source("express.Request.header()", Remote, Text),
    is("express.Response.status()", "express.Response"), is("express.Response.set()", "express.Response"),
    is("express.Response.type()", "express.Response"), is("express.Response.contentType()", "express.Response"),
    sink("express.Response.send", 0, Html), sink("express.Response.write", 0, Html), sink("express.Response.end", 0, Html),
    sink("express.Response.redirect", 0, Redirect), sink("express.Response.redirect", 1, Redirect),
    sink("express.Response.location", 0, Redirect), sink("express.Response.sendFile", 0, Path),
    sink("express.Response.sendfile", 0, Path), sink("express.Response.download", 0, Path),
    // Origins that may read an answer.
    sink_named("express.Response.set", ORIGIN, 1, Origin), sink_named("express.Response.header", ORIGIN, 1, Origin),
    sink_named("express.Response.setHeader", ORIGIN, 1, Origin), sink_named("express.Response.append", ORIGIN, 1, Origin),
    sink_named("http.Response.setHeader", ORIGIN, 1, Origin), sink_named("koa.Context.set", ORIGIN, 1, Origin),
    sink_named("fastify.Reply.header", ORIGIN, 1, Origin),
    callback("cors.origin", ANY, 0, "cors.Origin"), source("cors.Origin", Remote, Text),
    callback("@koa.cors.origin", ANY, 0, "koa.Context"),
    // Node's own server.
    callback("http.createServer", ANY, 0, "http.Request"), callback("http.createServer", ANY, 1, "http.Response"),
    callback("https.createServer", ANY, 0, "http.Request"), callback("https.createServer", ANY, 1, "http.Response"),
    source("http.Request.url", Remote, Text), source("http.Request.headers", Remote, Text),
    callback("http.Request.on", 1, 0, "http.Request.data"), source("http.Request.data", Remote, Text),
    callback("express.Request.on", 1, 0, "express.Request.data"), source("express.Request.data", Remote, Text),
    source("http.Request.[]", Remote, Text), source("express.Request.[]", Remote, Text),
    sink("http.Response.end", 0, Html), sink("http.Response.write", 0, Html),
];
