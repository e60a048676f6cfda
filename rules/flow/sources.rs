//! Sources: the values that an attacker decides.

use std::rc::Rc;

use oxc_syntax::node::NodeId;

use super::{Flow, Shape, Source, SourceId, Term, TermKind, term::Only};
use crate::{
    engine::SourceKind,
    estree::{Kind, Node},
};

/// The maximum number of accesses after the entry of data up to which its parts are distinguished.
const MAX_PARTS: u8 = 6;

impl<'a> Flow<'a> {
    /// Returns the source of a name; the same name is the same source.
    pub(super) fn root_source(&mut self, kind: SourceKind, shape: Shape, name: &str, at: Node<'a>) -> Term {
        let shown: Rc<str> = shown(name, at).into();
        let begins_with = begins_with(name);
        let source = Source {
            kind,
            shape,
            at: at.id(),
            name: shown,
            depth: 0,
            part_of: None,
            part: "".into(),
            only: None,
            begins_with,
            is_one_line: is_one_line(name),
            is_object: is_object(name),
        };
        self.source_term((None, NodeId::ROOT, name.into()), source, at)
    }

    /// Returns a source of data that others wrote and the program reads; it counts for some sinks only.
    pub(super) fn told_source(&mut self, only: Only, path: &str, at: Node<'a>) -> Term {
        let source = Source {
            kind: SourceKind::Local,
            shape: Shape::Any,
            at: at.id(),
            name: shown(path, at).into(),
            depth: 0,
            part_of: None,
            part: "".into(),
            only: Some(only),
            begins_with: "",
            is_one_line: false,
            is_object: false,
        };
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
        let source = Source {
            kind,
            shape: Shape::Any,
            at: at.id(),
            name,
            depth: 0,
            part_of: None,
            part: "".into(),
            only: None,
            begins_with: "",
            is_one_line: false,
            is_object: false,
        };
        self.source_term((None, function.id(), index.to_string().into()), source, at)
    }

    /// Returns a property, an item or a key of attacker-controlled data.
    pub(super) fn part_of_source(&mut self, whole: SourceId, part: &str, at: Node<'a>) -> Term {
        let Source { kind, mut shape, depth, name, only, is_one_line, .. } = self.source(whole).clone();
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
        let name: Rc<str> = if part.starts_with(['{', '[']) { name } else { format!("{name}.{part}").into() };
        let source = Source {
            kind,
            shape,
            at: at.id(),
            name,
            depth: depth + 1,
            part_of: Some(whole),
            part: part.into(),
            only,
            begins_with: "",
            // A parser may make a line break of an escape.
            is_one_line: is_one_line && !part.starts_with('{'),
            is_object: false,
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
        "location.href" | "location.toString()" | "document.URL" | "document.documentURI" | "document.baseURI" => {
            "https://zo.internal/#"
        }
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

/// Returns whether a value of a request holds no line break: headers, addresses.
fn is_one_line(path: &str) -> bool {
    const HEADERS: &[&str] = &[".headers", ".rawHeaders", ".header()", ".Headers()"];
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
    matches!(path, "express.Request.get()" | "koa.Context.get()" | "next.headers.headers().get()")
        || HEADERS.iter().any(|end| path.ends_with(end))
        || is_of_request && ADDRESSES.iter().any(|end| path.ends_with(end))
}

/// Returns whether a value of a request is an object, however the request is made: its parameters and headers.
fn is_object(path: &str) -> bool {
    const OBJECTS: &[&str] = &[".Request.cookies", ".Request.headers", ".Request.params", ".Request.query"];
    OBJECTS.iter().any(|end| path.ends_with(end))
}

/// Returns the name of data in evidence: the expression if it is short, otherwise the model's path.
fn shown(path: &str, at: Node<'_>) -> String {
    /// The longest expression that serves as a name, in bytes.
    const LONGEST_NAME: usize = 40;
    let text = at.text();
    if text.len() <= LONGEST_NAME && !text.contains('\n') { text.to_string() } else { path.to_string() }
}
