//! Sources: the values that an attacker decides.

use std::rc::Rc;

use oxc_syntax::node::NodeId;

use super::{Flow, Shape, Source, SourceId, Term, TermKind, models::last_name, term::Only, topics::Topic};
use crate::{
    engine::SourceKind,
    estree::{Kind, Node, Variable},
};

/// The maximum number of accesses after the entry of data up to which its parts are distinguished.
const MAX_PARTS: u8 = 6;

impl<'a> Flow<'a> {
    /// Returns the source of a name; the same name is the same source.
    pub(super) fn root_source(&mut self, kind: SourceKind, shape: Shape, name: &str, at: Node<'a>) -> Term {
        if name.starts_with("dom.Element.") && is_of_template(at) {
            return Term::UNKNOWN;
        }
        let shown = shown(name, at);
        let source = Source {
            only: if is_own_host(name) {
                Some(Only::ButBrowser)
            } else {
                (kind == SourceKind::Browser && is_of_element(name)).then_some(Only::Run)
            },
            begins_with: begins_with(name),
            is_own_address: is_own_address(name),
            is_parsed: is_parsed(name),
            is_bytes: matches!(name, "get-raw-body()" | "raw-body()"),
            is_upload: name == "form.Files" || is_of_upload(name) || is_of_upload(&shown),
            is_base_name: is_base_name(name) && !self.speaks_of(Topic::KeptFolders),
            is_one_line: is_one_line(name),
            is_headers: is_headers(name),
            ..Source::new(kind, shape, at.id(), shown.into())
        };
        self.source_term((None, NodeId::ROOT, name.into()), source, at)
    }

    /// Returns a source of data that others wrote and the program reads; it counts for some sinks only.
    pub(super) fn told_source(&mut self, only: Only, path: &str, at: Node<'a>) -> Term {
        let source =
            Source { only: Some(only), ..Source::new(SourceKind::Local, Shape::Any, at.id(), shown(path, at).into()) };
        self.source_term((None, NodeId::ROOT, path.into()), source, at)
    }

    /// Returns the source of a parameter that callers decide.
    pub(super) fn parameter_source(
        &mut self,
        function: Node<'a>,
        index: usize,
        kind: SourceKind,
        at: Node<'a>,
    ) -> Term {
        let named = super::frameworks::name_of_property(at).filter(|_| at.is(Kind::TSParameterProperty)).unwrap_or(at);
        let name: Rc<str> = named.identifier().unwrap_or("a parameter").into();
        let source = Source::new(kind, Shape::Any, at.id(), name);
        self.source_term((None, function.id(), index.to_string().into()), source, at)
    }

    /// Returns a property, an item or a key of attacker-controlled data.
    pub(super) fn part_of_source(&mut self, whole: SourceId, part: &str, at: Node<'a>) -> Term {
        let Source {
            kind,
            mut shape,
            depth,
            name,
            mut only,
            is_one_line,
            is_own_address,
            is_upload,
            is_base_name,
            is_headers,
            ..
        } = self.source(whole).clone();
        // The server names the file that an upload is kept in.
        if kind == SourceKind::Remote && matches!(part, "filepath" | "path" | "tempFilePath") && is_upload {
            return Term::UNKNOWN;
        }
        let is_list = shape == Shape::Lists && !part.starts_with('{');
        match part {
            "{json}" => shape = Shape::Any,
            "{query}" => shape = Shape::Query,
            _ if shape == Shape::Lists => shape = Shape::Any,
            _ => {}
        }
        if depth >= MAX_PARTS {
            return self.make(TermKind::Source(whole), at);
        }
        let is_host = is_own_address && matches!(part, "host" | "hostname" | "origin" | "port" | "protocol")
            || is_one_line && kind == SourceKind::Remote && is_header_of_host(part);
        let is_own_header = is_headers && (part == "{header}" || !part.starts_with(['{', '[']) && !is_of_others(part));
        if (is_host || is_own_header) && only.is_none() {
            only = Some(Only::ButBrowser);
        }
        let name: Rc<str> = if part.starts_with(['{', '[']) { name } else { format!("{name}.{part}").into() };
        let source = Source {
            depth: depth + 1,
            part_of: Some(whole),
            part: part.into(),
            only,
            begins_with: if is_own_address && part == "pathname" { "/" } else { "" },
            is_own_address: is_own_address && part == "href",
            is_upload: is_upload || is_of_upload(part),
            is_base_name: is_base_name || part == "originalname" && !self.speaks_of(Topic::KeptFolders),
            // A parser may make a line break of an escape.
            is_one_line: is_one_line && (!part.starts_with('{') || is_host || matches!(part, "{header}" | "{keys}")),
            ..Source::new(kind, shape, at.id(), name)
        };
        let term = self.source_term((Some(whole), NodeId::ROOT, part.into()), source, at);
        if is_list { self.make(TermKind::Array { items: Vec::new(), rest: Some(term) }, at) } else { term }
    }

    /// Returns the result of parsing a text that contains attacker-controlled data; `None` if it contains none.
    pub(super) fn parsed(&mut self, text: Term, part: &str, at: Node<'a>) -> Option<Term> {
        let mut next = text;
        for _ in 0..MAX_PARTS {
            if !self.is_tainted(next) {
                return None;
            }
            if let &TermKind::Source(source) = &*self.kind(next) {
                return Some(self.part_of_source(source, part, at));
            }
            let parts = self.kind(next).parts();
            next = parts.into_iter().find(|&part| self.is_tainted(part))?;
        }
        None
    }

    /// Returns the header that a call names which reads one of a request, `req.get('host')`, where the browser alone
    /// says it. Other values are returned as they are.
    pub(super) fn named_header(&mut self, read: Term, name: Option<Term>, at: Node<'a>) -> Term {
        let &TermKind::Source(whole) = self.kind_of(read) else { return read };
        let name = name.filter(|_| self.source(whole).is_headers).and_then(|name| self.constant_text(name));
        match name {
            Some(name) if is_header_of_host(&name) => self.part_of_source(whole, "{host}", at),
            Some(name) if !is_of_others(&name) => self.part_of_source(whole, "{header}", at),
            _ => read,
        }
    }

    fn source_term(&mut self, key: (Option<SourceId>, NodeId, Rc<str>), source: Source, at: Node<'a>) -> Term {
        let next = SourceId(self.sources.len() as u32);
        let id = *self.source_ids.entry(key).or_insert(next);
        if id == next {
            self.sources.push(source);
        }
        self.make(TermKind::Source(id), at)
    }
}

/// Returns the text that a value always begins with, whatever an attacker does: a fragment with `#`, a path with `/`.
fn begins_with(path: &str) -> &'static str {
    match path {
        "location.hash" => "#",
        "location.search" => "?",
        "location.href"
        | "location.toString()"
        | "document.URL"
        | "document.documentURI"
        | "document.baseURI"
        | "dom.Event.newURL"
        | "dom.Event.oldURL"
        | "next.router.useRouter().asPath" => "https://zo.internal/#",
        "express.Request.url"
        | "express.Request.originalUrl"
        | "express.Request.path"
        | "http.Request.url"
        | "koa.Context.url"
        | "koa.Context.path"
        | "koa.Request.url"
        | "fastify.Request.url" => "/",
        _ => "",
    }
}

/// Returns whether a source of this name is an uploaded file: `req.file`, `files.image`, `req.files.image[0]`.
fn is_of_upload(name: &str) -> bool {
    name.split(['.', '[']).any(|part| matches!(part, "file" | "files"))
}

/// Returns whether a header, or the part of a request that is read as one, says which host a request is for.
fn is_header_of_host(name: &str) -> bool {
    ["host", "x-forwarded-host", ":authority", "{host}"].iter().any(|header| name.eq_ignore_ascii_case(header))
}

/// Returns whether others than the sender may decide this header: sites beside this one set cookies too. `Referer` is
/// the address where the visitor is, and the way back to it no trap.
fn is_of_others(name: &str) -> bool {
    name.eq_ignore_ascii_case("cookie")
}

/// Returns whether a value is the host, or the scheme, that a request is for.
fn is_own_host(path: &str) -> bool {
    matches!(
        path,
        "express.Request.host"
            | "express.Request.hostname"
            | "express.Request.protocol"
            | "fastify.Request.hostname"
            | "koa.Context.host"
            | "koa.Context.hostname"
            | "koa.Context.origin"
            | "koa.Request.host"
            | "koa.Request.hostname"
    )
}

/// Returns whether a value is text of an element of a page, or what somebody types into it. Attributes are no source:
/// scripts and the page itself write them.
fn is_of_element(path: &str) -> bool {
    const BEGINNINGS: &[&str] =
        &["dom.Element.", "form.", "formik.", "jquery.Object.", "react-final-form.", "react-hook-form."];
    BEGINNINGS.iter().any(|beginning| path.starts_with(beginning)) || matches!(path, "prompt()" | "window.prompt()")
}

/// Returns whether text is that of a template which the page itself holds:
/// `document.querySelector('script.row').textContent`.
fn is_of_template(text: Node<'_>) -> bool {
    const TAGS: &[&str] = &["script", "template"];
    let element = text.object().map(|it| it.variable().and_then(Variable::init).unwrap_or(it));
    let selector = element.and_then(|call| call.argument_at(0)).and_then(Node::string);
    selector.is_some_and(|selector| TAGS.iter().any(|tag| selector.trim_start().starts_with(tag)))
}

/// Returns whether a value is the address that a request is for, with the host.
fn is_own_address(path: &str) -> bool {
    matches!(
        path,
        "fetch.Request.nextUrl"
            | "fetch.Request.url"
            | "hono.Context.req.url"
            | "koa.Context.href"
            | "koa.Request.href"
    )
}

/// Returns whether a value is an object or a list, whatever the request: what parsers make, but for those that give
/// text.
fn is_parsed(path: &str) -> bool {
    const HOLDERS: &[&str] = &["express.Request.", "koa.Context.", "koa.Request."];
    let is_of_any = HOLDERS.iter().any(|holder| path.starts_with(holder));
    path == "graphql.Arguments"
        || is_of_any && matches!(last_name(path), "body" | "cookies" | "files" | "headers" | "params" | "query")
}

/// Returns whether a value is the name of a file, cut down to its last part, or what parsers say of the file.
fn is_base_name(path: &str) -> bool {
    matches!(path, "busboy.Name" | "express.Request.file.originalname")
}

/// Returns whether a value of a request holds no line break: headers, addresses.
fn is_one_line(path: &str) -> bool {
    // They are as they arrive, not decoded, or are made by the server.
    const ADDRESSES: &[&str] = &[
        ".baseUrl",
        ".host",
        ".hostname",
        ".href",
        ".ip",
        ".ips",
        ".origin",
        ".originalUrl",
        ".path",
        ".protocol",
        ".querystring",
        ".url",
    ];
    let is_of_request = path.contains(".Request.") || path.contains(".Context.");
    is_headers(path) || is_of_request && ADDRESSES.iter().any(|end| path.ends_with(end))
}

/// Returns the name of data in evidence: the expression if it is short, otherwise the model's path.
fn shown(path: &str, at: Node<'_>) -> String {
    /// The longest expression that serves as a name, in bytes.
    const LONGEST_NAME: usize = 40;
    let text = at.text();
    if text.len() <= LONGEST_NAME && !text.contains('\n') { text.to_string() } else { path.to_string() }
}

/// Returns whether a value is the headers of a request, or one of them that a call reads.
fn is_headers(path: &str) -> bool {
    const HEADERS: &[&str] = &[".header", ".headers", ".rawHeaders", ".header()", ".Headers()"];
    matches!(path, "express.Request.get()" | "koa.Context.get()" | "koa.Request.get()" | "next.headers.headers().get()")
        || HEADERS.iter().any(|end| path.ends_with(end))
}
