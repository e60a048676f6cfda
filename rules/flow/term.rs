//! Terms: the values that an expression may have, over constants and data that an attacker decides.
//!
//! Terms are made backwards from a sink, on demand. A term is evaluated with concrete inputs by
//! [`witness`](super::witness); it is never simplified beyond what the shape of objects and arrays needs.

use std::rc::Rc;

use oxc_syntax::node::NodeId;

use crate::engine::SourceKind;

/// Names a term within a [`Flow`](super::Flow).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Term(pub(super) u32);

impl Term {
    /// Nothing is known of the value, and nothing says that an attacker decides it.
    pub(crate) const UNKNOWN: Term = Term(0);
    /// No value: a path that is not taken, a cycle that has been cut.
    pub(crate) const NONE: Term = Term(1);
    pub(crate) const UNDEFINED: Term = Term(2);
}

/// Names an activation of a function, with the arguments that its parameters have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Frame(pub(super) u32);

impl Frame {
    /// The program, and every function whose arguments are not known.
    pub(crate) const ROOT: Frame = Frame(0);
}

/// A piece of attacker-controlled data: the same piece is the same source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct SourceId(pub(super) u32);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shape {
    /// Always a string: a header, a path, an argument.
    Text,
    /// A string, or arrays and objects of strings: what a query string parser makes.
    Query,
    /// An object whose properties are lists: the fields of a form, each of which may come several times.
    Lists,
    /// Whatever JSON can say, or a caller can pass.
    Any,
}

/// The sinks for which data counts that an attacker decides in part only: others wrote it, or nobody sends it in
/// another's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Only {
    /// HTML, in pages and in answers: names of files.
    Html,
    /// HTML in pages: what a server answered.
    Page,
    /// HTML and code: text of a page's own elements. Where that comes from is not seen, and whoever types it into a
    /// field may as well type an address into the browser.
    Run,
    /// All but what the asking browser shows or follows: the host that a request is for, and headers. Whoever sends the
    /// request may say any, but nobody makes another's browser say it.
    ButBrowser,
}

/// An attacker-controlled piece of data.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    pub kind: SourceKind,
    pub shape: Shape,
    /// The node where it enters.
    pub at: NodeId,
    /// The name that evidence gives it: `req.query.file`, `filename`.
    pub name: Rc<str>,
    /// The number of accesses between it and the entry of the data.
    pub depth: u8,
    /// The piece that it is a part of.
    pub part_of: Option<SourceId>,
    /// The name of that part: a property's name, `{keys}` for its keys, `[…]` for any element.
    pub part: Rc<str>,
    /// The sinks for which it counts. `None`: all.
    pub only: Option<Only>,
    /// The text that it begins with whatever the attacker does.
    pub begins_with: &'static str,
    /// True if it is the address that a request is for, with the host.
    pub is_own_address: bool,
    /// True if it is an object or a list, never a text: what a parser makes of the whole body or query.
    pub is_parsed: bool,
    /// True if it is a buffer, unless a call that reads it names an encoding.
    pub is_bytes: bool,
    /// True if it is an uploaded file, or files, as a parser of forms describes them.
    pub is_upload: bool,
    /// True if it holds no slash: a name of a file that a parser of forms cuts down to its last part.
    pub is_base_name: bool,
    /// True if it never holds a line break: servers refuse headers that do.
    pub is_one_line: bool,
    /// True if it is the headers of a request, or a function's result that is one of them.
    pub is_headers: bool,
}

impl Source {
    /// Returns a whole source without anything that limits it.
    pub(crate) fn new(kind: SourceKind, shape: Shape, at: NodeId, name: Rc<str>) -> Self {
        Self {
            kind,
            shape,
            at,
            name,
            depth: 0,
            part_of: None,
            part: "".into(),
            only: None,
            begins_with: "",
            is_own_address: false,
            is_parsed: false,
            is_bytes: false,
            is_upload: false,
            is_base_name: false,
            is_one_line: false,
            is_headers: false,
        }
    }
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Const {
    Undefined,
    Null,
    Bool(bool),
    Number(f64),
    String(Rc<str>),
    RegExp { pattern: Rc<str>, flags: Rc<str> },
}

/// A condition that holds where a value is used: that the term is truthy, or that it is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Condition {
    pub term: Term,
    pub holds: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Logic {
    And,
    Or,
    Coalesce,
}

/// A method that applies a function to each element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum EachMethod {
    Map,
    Filter,
    Find,
    Every,
    Some,
}

#[derive(Clone, Debug)]
pub(crate) enum Kind {
    /// Neither the value nor its origin is known.
    Unknown,
    /// See [`Term::NONE`].
    None,
    Const(Const),
    Source(SourceId),
    /// A value that comes from a module or a global, named by the path of accesses and calls that gives it:
    /// `child_process.exec`, `pg.Pool()`, `process.env.ROOT`. An attacker does not decide it.
    Api(Rc<str>),
    /// A string made of parts.
    Concat(Vec<Term>),
    /// A pure operation: of the language (`.slice`, `String`, `+`, `===`) or of a modelled function (`path.join`). A
    /// method's receiver is the first argument.
    Op(Rc<str>, Vec<Term>),
    /// Named properties, later ones first; then what is spread into it.
    Object {
        properties: Vec<(Rc<str>, Term)>,
        spreads: Vec<Term>,
        computed: Vec<(Term, Term)>,
    },
    /// Items, and a value that may follow any number of times.
    Array {
        items: Vec<Term>,
        rest: Option<Term>,
    },
    /// A function with the frame in which it was made.
    Function(NodeId, Frame),
    /// A class, and an instance of one with the activation of its constructor.
    Class(NodeId),
    Instance(NodeId, Frame),
    /// One of several values.
    Union(Vec<Term>),
    /// The value where all conditions hold; none where one does not.
    Guarded(Term, Vec<Condition>),
    Choice(Term, Term, Term),
    Logic(Logic, Term, Term),
    /// The result of a call of a function without a model.
    Call {
        callee: Term,
        arguments: Vec<Term>,
        is_awaited: bool,
    },
    /// A property of a value that is not known.
    Property(Term, Rc<str>),
    /// True if all conditions of one of these lists hold.
    AnyOf(Vec<Vec<Condition>>),
    /// A spread argument or element.
    Spread(Term),
    /// The element of a list that a function is applied to in an [`Each`](Self::Each) of this number.
    Bound(u32, Term),
    /// The result of a method that applies a function to each element: the list, the number of its elements' term, and
    /// what the function gives for one.
    Each {
        method: EachMethod,
        list: Term,
        bound: u32,
        body: Term,
    },
}

/// A term with the node that it comes from, whether it contains a source, and the number of its alternatives.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub kind: Rc<Kind>,
    pub at: NodeId,
    pub tainted: bool,
    /// The number of values that a walk through choices, unions, guards and logic gets to, those that are shared each
    /// time: what a recursion over them costs.
    pub alternatives: u32,
}

impl Kind {
    /// Returns the terms directly within it.
    pub(crate) fn parts(&self) -> Vec<Term> {
        let mut parts = Vec::new();
        self.each_part(|part| parts.push(part));
        parts
    }

    /// Calls a function with each of the terms directly within it.
    pub(crate) fn each_part(&self, mut found: impl FnMut(Term)) {
        let found = &mut found;
        match self {
            Self::Unknown
            | Self::None
            | Self::Const(_)
            | Self::Source(_)
            | Self::Api(_)
            | Self::Function(..)
            | Self::Class(_)
            | Self::Instance(..) => {}
            Self::Concat(parts) | Self::Op(_, parts) | Self::Union(parts) => parts.iter().copied().for_each(found),
            Self::Object { properties, spreads, computed } => {
                properties.iter().for_each(|&(_, value)| found(value));
                spreads.iter().copied().for_each(&mut *found);
                computed.iter().flat_map(|&(key, value)| [key, value]).for_each(found);
            }
            Self::Array { items, rest } => items.iter().chain(rest).copied().for_each(found),
            Self::Guarded(value, _) | Self::Property(value, _) | Self::Spread(value) | Self::Bound(_, value) => {
                found(*value);
            }
            Self::Each { list, body, .. } => [*list, *body].into_iter().for_each(found),
            Self::Choice(_, yes, no) => [*yes, *no].into_iter().for_each(found),
            Self::Logic(_, left, right) => [*left, *right].into_iter().for_each(found),
            Self::Call { callee, arguments, .. } => {
                found(*callee);
                arguments.iter().copied().for_each(found);
            }
            Self::AnyOf(lists) => lists.iter().flatten().for_each(|condition| found(condition.term)),
        }
    }

    /// Returns whether its value is one of the terms directly within it.
    pub(crate) fn is_one_of_its_parts(&self) -> bool {
        matches!(self, Self::Union(_) | Self::Guarded(..) | Self::Choice(..) | Self::Logic(..))
    }

    pub(crate) fn string(text: impl Into<Rc<str>>) -> Self {
        Self::Const(Const::String(text.into()))
    }
}
