//! Servers and platforms besides Express: Koa, Fastify, sockets, functions in a cloud, workers.

use super::{ANY, Row, callback, fields, is, sink, sink_named, sink_option, source};
use crate::{
    engine::SourceKind::Remote,
    flow::{
        Shape::{Any, Query, Text},
        SinkKind::{Html, Redirect},
    },
};

#[rustfmt::skip]
pub(super) const ROWS: &[Row] = &[
    // Headers that send a browser elsewhere.
    sink_named("express.Response.set", &["location"], 1, Redirect), sink_named("express.Response.header", &["location"], 1, Redirect),
    sink_named("express.Response.setHeader", &["location"], 1, Redirect), sink_named("express.Response.append", &["location"], 1, Redirect),
    sink_named("http.Response.setHeader", &["location"], 1, Redirect),
    sink_option("http.Response.writeHead", 1, "Location", Redirect), sink_option("http.Response.writeHead", 1, "location", Redirect),
    sink_option("http.Response.writeHead", 2, "Location", Redirect), sink_option("express.Response.writeHead", 1, "Location", Redirect),
    sink_option("express.Response.writeHead", 1, "location", Redirect),
    // NestJS.
    source("@nestjs.common.Query()", Remote, Query), source("@nestjs.common.Param()", Remote, Text), source("@nestjs.common.Body()", Remote, Any),
    source("@nestjs.common.Headers()", Remote, Text), is("@nestjs.common.Req()", "express.Request"), is("@nestjs.common.Request()", "express.Request"),
    is("@nestjs.common.Res()", "express.Response"), is("@nestjs.common.Response()", "express.Response"),
    is("next.server.NextResponse", "NextResponse"),
    sink("NextResponse.redirect", 0, Redirect), sink("Response.redirect", 0, Redirect), sink("next.navigation.redirect", 0, Redirect),
    // Koa.
    is("koa()", "koa.Application"), is("koa-router()", "koa.Application"), is("@koa.router()", "koa.Application"),
    callback("koa.Application.use", ANY, 0, "koa.Context"), callback("koa.Application.get", ANY, 0, "koa.Context"),
    callback("koa.Application.post", ANY, 0, "koa.Context"), callback("koa.Application.put", ANY, 0, "koa.Context"),
    callback("koa.Application.patch", ANY, 0, "koa.Context"), callback("koa.Application.delete", ANY, 0, "koa.Context"),
    callback("koa.Application.del", ANY, 0, "koa.Context"), callback("koa.Application.all", ANY, 0, "koa.Context"),
    is("koa.Context.req", "http.Request"), is("koa.Context.request", "koa.Request"), is("koa.Context.response", "koa.Context"),
    source("koa.Context.query", Remote, Query), source("koa.Context.params", Remote, Text), source("koa.Context.url", Remote, Text),
    source("koa.Context.originalUrl", Remote, Text), source("koa.Context.path", Remote, Text), source("koa.Context.headers", Remote, Text),
    source("koa.Context.header", Remote, Text), source("koa.Context.querystring", Remote, Text), source("koa.Context.get()", Remote, Text),
    source("koa.Context.host", Remote, Text), source("koa.Context.cookies.get()", Remote, Text),
    source("koa.Request.body", Remote, Any), source("koa.Request.query", Remote, Query), source("koa.Request.url", Remote, Text),
    source("koa.Request.originalUrl", Remote, Text), source("koa.Request.path", Remote, Text), source("koa.Request.headers", Remote, Text),
    source("koa.Request.header", Remote, Text), source("koa.Request.querystring", Remote, Text), source("koa.Request.href", Remote, Text),
    source("koa.Request.files", Remote, Any), source("koa.Request.get()", Remote, Text),
    sink("koa.Context.redirect", 0, Redirect), super::assigned("koa.Context.body", Html),
    // Fastify.
    is("fastify()", "fastify.Instance"),
    callback("fastify.Instance.get", ANY, 0, "fastify.Request"), callback("fastify.Instance.get", ANY, 1, "fastify.Reply"),
    callback("fastify.Instance.post", ANY, 0, "fastify.Request"), callback("fastify.Instance.post", ANY, 1, "fastify.Reply"),
    callback("fastify.Instance.put", ANY, 0, "fastify.Request"), callback("fastify.Instance.put", ANY, 1, "fastify.Reply"),
    callback("fastify.Instance.patch", ANY, 0, "fastify.Request"), callback("fastify.Instance.patch", ANY, 1, "fastify.Reply"),
    callback("fastify.Instance.delete", ANY, 0, "fastify.Request"), callback("fastify.Instance.delete", ANY, 1, "fastify.Reply"),
    callback("fastify.Instance.all", ANY, 0, "fastify.Request"), callback("fastify.Instance.all", ANY, 1, "fastify.Reply"),
    callback("fastify.Instance.addHook", 1, 0, "fastify.Request"), callback("fastify.Instance.addHook", 1, 1, "fastify.Reply"),
    source("fastify.Request.query", Remote, Query), source("fastify.Request.body", Remote, Any), source("fastify.Request.params", Remote, Text),
    source("fastify.Request.headers", Remote, Text), source("fastify.Request.cookies", Remote, Text), source("fastify.Request.url", Remote, Text),
    source("fastify.Request.hostname", Remote, Text), is("fastify.Request.raw", "http.Request"), is("fastify.Request.req", "http.Request"),
    is("fastify.Reply.code()", "fastify.Reply"), is("fastify.Reply.status()", "fastify.Reply"), is("fastify.Reply.header()", "fastify.Reply"),
    is("fastify.Reply.type()", "fastify.Reply"),
    sink("fastify.Reply.send", 0, Html), sink("fastify.Reply.redirect", 0, Redirect), sink("fastify.Reply.redirect", 1, Redirect),
    sink_named("fastify.Reply.header", &["location"], 1, Redirect),
    // Hono.
    is("hono.Hono()", "hono.Application"), is("hono.Application.basePath()", "hono.Application"),
    callback("hono.Application.get", ANY, 0, "hono.Context"), callback("hono.Application.post", ANY, 0, "hono.Context"),
    callback("hono.Application.put", ANY, 0, "hono.Context"), callback("hono.Application.patch", ANY, 0, "hono.Context"),
    callback("hono.Application.delete", ANY, 0, "hono.Context"), callback("hono.Application.all", ANY, 0, "hono.Context"),
    callback("hono.Application.use", ANY, 0, "hono.Context"),
    source("hono.Context.req.query()", Remote, Text), source("hono.Context.req.queries()", Remote, Any),
    source("hono.Context.req.param()", Remote, Text), source("hono.Context.req.header()", Remote, Text),
    source("hono.Context.req.json()", Remote, Any), source("hono.Context.req.text()", Remote, Text),
    source("hono.Context.req.parseBody()", Remote, Any), source("hono.Context.req.url", Remote, Text),
    source("hono.Context.req.path", Remote, Text),
    sink("hono.Context.redirect", 0, Redirect),
    // Restify and its like share Express's names.
    is("restify.createServer()", "express.Application"), is("polka()", "express.Application"),
    is("connect()", "express.Application"), is("express.Application.listen()", "express.Application"),
    // Fragments of handlers without the server around them.
    is("req", "express.Request"), is("res", "express.Response"),
    // Types that a parameter is declared with.
    is("type.Request", "express.Request"), is("type.Response", "express.Response"), is("type.express.Request", "express.Request"),
    is("type.express.Response", "express.Response"),
    sink("Response", 0, Html), sink("NextResponse", 0, Html),
    // Sockets.
    is("socket.io()", "socketio.Server"), is("socket.io.Server()", "socketio.Server"), is("socketio.Server.of()", "socketio.Server"),
    is("socketio.Server.sockets", "socketio.Server"), callback("socketio.Server.on", 1, 0, "socketio.Socket"),
    callback("socketio.Socket.on", 1, 0, "socketio.Data"), source("socketio.Data", Remote, Any),
    source("socketio.Socket.handshake", Remote, Any),
    is("ws.Server()", "ws.Server"), is("ws.WebSocketServer()", "ws.Server"), callback("ws.Server.on", 1, 0, "ws.Socket"),
    callback("ws.Server.on", 1, 1, "http.Request"), callback("ws.Socket.on", 1, 0, "ws.Data"), source("ws.Data", Remote, Text),
    // Cloud functions and workers.
    source("lambda.Event", Remote, Any),
    source("fetch.Request.url", Remote, Text), source("fetch.Request.headers", Remote, Text), source("fetch.Request.json()", Remote, Any),
    source("fetch.Request.text()", Remote, Text), source("fetch.Request.formData()", Remote, Any), source("fetch.Request.body", Remote, Any),
    source("fetch.Request.nextUrl", Remote, Text), source("fetch.Request.cookies", Remote, Text),
    // Queries that are read out of a text.
    fields("querystring.decode"), fields("qs.parse"), fields("query-string.parse"), fields("query-string.parseUrl"),
    fields("querystringify.parse"), fields("parseqs.decode"), fields("cookie.parse"), fields("jquery.deparam"),
    // Further properties of a request.
    source("express.Request.protocol", Remote, Text), source("express.Request.ip", Remote, Text), source("express.Request.ips", Remote, Text),
    source("express.Request.subdomains", Remote, Text), source("express.Request.rawHeaders", Remote, Text),
];
