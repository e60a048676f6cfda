//! The models of libraries: the effects of each function or property on data, as rows of one form, in a file for each
//! library.
//!
//! A row names a value by the path of accesses and calls that gives it, from the module or the global on, without
//! `node:`: `child_process.exec`, `pg.Pool().query`, `express().get`. `new X()` and `X()` are both `X()`, `await` and
//! `promisify` make no difference, a module's default export is the module. A path may begin with a type that a
//! [`Role::Is`] row gives: `is("pg.Pool()", "pg.Client")` makes `pg.Pool().query` the same as `pg.Client.query`. A path
//! that begins with `*.` names a method, or the last two properties, of a value of unknown origin. `T.*()` matches the
//! calls of all methods of a type that no other row names, `T.*` all its properties. A path that ends in `.**` matches
//! everything that begins with the module's name before it.

use std::{
    borrow::Cow,
    sync::{Arc, LazyLock},
};

use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    sink_kind::{Argument, SinkKind},
    term::{Only, Shape},
};
use crate::engine::SourceKind;

mod browser;
mod databases;
mod dom;
mod frameworks;
mod http;
mod jquery;
mod language;
mod node;
mod options;
mod page;
mod processes;
mod queries;
mod requests;
mod sql;
mod tail;
mod texts;
mod token;
mod told;
mod user;
mod web;

pub use user::{ModelError, UserModels};

/// The role of a value: source, sink, operation or type.
#[derive(Clone, Copy, Debug)]
pub enum Role {
    /// A call gives this argument to something dangerous.
    Sink(Argument, SinkKind),
    /// Whatever is assigned to the property is given to something dangerous.
    Assigned(SinkKind),
    /// An attacker decides the value.
    Source(SourceKind, Shape),
    /// Others wrote the value; it counts for some sinks only.
    Told(Only),
    /// The value is a list of items that an attacker decides, after this number of items of the program.
    Listed(SourceKind, usize),
    /// The value is of a type, whose rows apply to it.
    Is(&'static str),
    /// A pure function that the interpreter knows by this name.
    Op(&'static str),
    /// A call returns this argument.
    Passes(usize),
    /// A call returns a value that neither contains its arguments nor checks them: `fs.existsSync`.
    Neutral,
    /// A call ends the program or the function: nothing after it is reached.
    Exits,
    /// A call parses fields out of a text; each is as much under an attacker's control as the text.
    Fields,
    /// A call returns a stream; data that is piped into it is given to something dangerous.
    Streamed(SinkKind),
    /// If this argument of the call is a function, the call passes another argument on as its parameter of that number.
    Feeds(usize, usize, usize),
    /// If this argument of the call is a function, its parameter of that number is of this type.
    Callback(usize, usize, &'static str),
    /// A call with at most this number of arguments reads a source; with more, it returns its receiver.
    Getter(usize, SourceKind, Shape),
    /// A call returns a value of the type that its first argument names: `document.createElement('script')`.
    Makes(&'static str),
    /// A call whose options set this option returns a value of this type.
    With(&'static str, &'static str),
    /// A call returns a value and a function that sets it: `useState(start)`.
    State,
    /// A call returns the value that a call of this function stored under the same key: `localStorage.getItem(key)`.
    Stored(&'static str),
    /// A call passes each element of its first argument, and its key, to a function as these parameters.
    Iterates(usize, usize),
    /// A call returns the result of its argument, a function: `useMemo(() => value)`.
    Applies,
    /// A call returns a text of its arguments from this one on, joined by spaces.
    Joins(usize),
    /// A call replaces `%s` and similar placeholders in its argument of this number by the arguments after it.
    Formats(usize),
}

/// One row.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row {
    pub path: &'static str,
    pub role: Role,
}

pub(super) const fn sink(path: &'static str, argument: usize, kind: SinkKind) -> Row {
    Row { path, role: Role::Sink(Argument::At(argument), kind) }
}

pub(super) const fn sink_option(path: &'static str, argument: usize, name: &'static str, kind: SinkKind) -> Row {
    Row { path, role: Role::Sink(Argument::Option(argument, name), kind) }
}

pub(super) const fn sink_from(path: &'static str, first: usize, kind: SinkKind) -> Row {
    Row { path, role: Role::Sink(Argument::From(first), kind) }
}

/// Returns the row of a call that gives an argument to something dangerous if its first argument is one of these names,
/// in any case.
pub(super) const fn sink_named(
    path: &'static str,
    names: &'static [&'static str],
    argument: usize,
    kind: SinkKind,
) -> Row {
    Row { path, role: Role::Sink(Argument::Named(names, argument), kind) }
}

pub(super) const fn assigned(path: &'static str, kind: SinkKind) -> Row {
    Row { path, role: Role::Assigned(kind) }
}

pub(super) const fn source(path: &'static str, kind: SourceKind, shape: Shape) -> Row {
    Row { path, role: Role::Source(kind, shape) }
}

pub(super) const fn told(path: &'static str, only: Only) -> Row {
    Row { path, role: Role::Told(only) }
}

pub(super) const fn listed(path: &'static str, kind: SourceKind, own: usize) -> Row {
    Row { path, role: Role::Listed(kind, own) }
}

pub(super) const fn is(path: &'static str, name: &'static str) -> Row {
    Row { path, role: Role::Is(name) }
}

pub(super) const fn op(path: &'static str) -> Row {
    Row { path, role: Role::Op(path) }
}

pub(super) const fn same_op(path: &'static str, name: &'static str) -> Row {
    Row { path, role: Role::Op(name) }
}

pub(super) const fn passes(path: &'static str, argument: usize) -> Row {
    Row { path, role: Role::Passes(argument) }
}

pub(super) const fn neutral(path: &'static str) -> Row {
    Row { path, role: Role::Neutral }
}

pub(super) const fn fields(path: &'static str) -> Row {
    Row { path, role: Role::Fields }
}

pub(super) const fn exits(path: &'static str) -> Row {
    Row { path, role: Role::Exits }
}

pub(super) const fn getter(path: &'static str, arguments: usize, kind: SourceKind, shape: Shape) -> Row {
    Row { path, role: Role::Getter(arguments, kind, shape) }
}

pub(super) const fn makes(path: &'static str, name: &'static str) -> Row {
    Row { path, role: Role::Makes(name) }
}

pub(super) const fn with(path: &'static str, option: &'static str, name: &'static str) -> Row {
    Row { path, role: Role::With(option, name) }
}

pub(super) const fn state(path: &'static str) -> Row {
    Row { path, role: Role::State }
}

pub(super) const fn stored(path: &'static str, setter: &'static str) -> Row {
    Row { path, role: Role::Stored(setter) }
}

pub(super) const fn applies(path: &'static str) -> Row {
    Row { path, role: Role::Applies }
}

pub(super) const fn iterates(path: &'static str, element: usize, key: usize) -> Row {
    Row { path, role: Role::Iterates(element, key) }
}

/// Returns the row of a call that writes the properties of its arguments, from `first` on, into its first argument and
/// into the objects in it.
pub(super) const fn merges(path: &'static str, first: usize) -> Row {
    Row { path, role: Role::Sink(Argument::Keys(first), SinkKind::PrototypeKey) }
}

/// Returns the row of a call that writes the properties of its arguments, from `first` on, into its first argument.
pub(super) const fn fields_written(path: &'static str, first: usize) -> Row {
    Row { path, role: Role::Sink(Argument::Keys(first), SinkKind::Fields) }
}

pub(super) const fn joins(path: &'static str, first: usize) -> Row {
    Row { path, role: Role::Joins(first) }
}

pub(super) const fn formats(path: &'static str, format: usize) -> Row {
    Row { path, role: Role::Formats(format) }
}

/// Returns the row of a function that is assigned to a property, or is given under that name as an option or an
/// attribute: its parameter is of this type, as in `window.onmessage = (event) => …`.
pub(super) const fn handler(path: &'static str, parameter: usize, name: &'static str) -> Row {
    Row { path, role: Role::Callback(HANDLER, parameter, name) }
}

/// Any argument: the function may have any position.
pub(super) const ANY: usize = usize::MAX;

/// No argument: a function that is a property's value.
pub(super) const HANDLER: usize = usize::MAX - 1;

pub(super) const fn callback(path: &'static str, argument: usize, parameter: usize, name: &'static str) -> Row {
    Row { path, role: Role::Callback(argument, parameter, name) }
}

pub(super) const fn callback_argument(path: &'static str, argument: usize, parameter: usize, given: usize) -> Row {
    Row { path, role: Role::Feeds(argument, parameter, given) }
}

pub(super) const fn streamed(path: &'static str, kind: SinkKind) -> Row {
    Row { path, role: Role::Streamed(kind) }
}

/// All rows, by library.
const LIBRARIES: &[&[Row]] = &[
    browser::ROWS,
    databases::ROWS,
    dom::ROWS,
    frameworks::ROWS,
    http::ROWS,
    jquery::ROWS,
    language::ROWS,
    node::ROWS,
    options::ROWS,
    page::ROWS,
    processes::ROWS,
    queries::ROWS,
    requests::ROWS,
    sql::ROWS,
    tail::ROWS,
    texts::ROWS,
    token::ROWS,
    told::ROWS,
    web::ROWS,
];

/// Returns the rows of all libraries.
pub(crate) fn rows<'r>() -> impl Iterator<Item = &'r Row> + Clone {
    LIBRARIES.iter().copied().flatten()
}

/// The rows by path.
#[derive(Default)]
pub struct Models {
    by_path: FxHashMap<&'static str, Vec<Role>>,
    /// The roles of everything in a module that has no row of its own.
    by_module: FxHashMap<&'static str, Vec<Role>>,
    /// The last names of the paths of sinks, and of paths that `Is` rows rename. Calls of other names need not be
    /// examined.
    called_names: FxHashSet<&'static str>,
    /// The names of methods that are sinks whatever they are called on.
    any_receiver_names: FxHashSet<&'static str>,
    /// The last names of paths that `Is` rows rename.
    renamed: FxHashSet<&'static str>,
    assigned_names: FxHashSet<&'static str>,
    /// The sources that parameters are, by their names.
    parameters: FxHashMap<&'static str, (SourceKind, Shape)>,
    /// The last names of sources of any receiver.
    source_names: FxHashSet<&'static str>,
    /// The types whose properties are sources unless a row names them.
    binders: FxHashSet<&'static str>,
    /// The beginnings of all paths.
    beginnings: FxHashSet<&'static str>,
    /// The first names of paths that have a type.
    typed: FxHashSet<&'static str>,
    /// The type of the value of each path that has one, and of everything in each module that has one.
    types: FxHashMap<&'static str, &'static str>,
    types_by_module: FxHashMap<&'static str, &'static str>,
    /// The types whose methods all give values of one type.
    of_any_call: FxHashSet<&'static str>,
    /// The type of all properties that no row names, by the type that has them.
    of_any_property: FxHashMap<&'static str, &'static str>,
}

static MODELS: LazyLock<Arc<Models>> = LazyLock::new(|| Arc::new(Models::of(rows())));

impl Models {
    /// Returns the models of libraries alone.
    pub fn libraries() -> Arc<Self> {
        Arc::clone(&MODELS)
    }

    fn of<'r>(rows: impl Iterator<Item = &'r Row> + Clone) -> Self {
        let mut models = Self::default();
        for row in rows.clone() {
            match row.path.strip_suffix(".**") {
                Some(module) => models.by_module.entry(module).or_default().push(row.role),
                None => models.by_path.entry(row.path).or_default().push(row.role),
            }
            let name = last_name(row.path);
            match row.role {
                Role::Sink(..) => {
                    models.called_names.insert(name);
                    if row.path.starts_with("*.") {
                        models.any_receiver_names.insert(name);
                    }
                }
                Role::Assigned(_) => {
                    models.assigned_names.insert(name);
                }
                Role::Source(..) => {
                    if row.path.starts_with("*.") {
                        models.source_names.insert(name);
                    }
                    models.binders.extend(row.path.strip_suffix(".*"));
                }
                Role::Is(to) => {
                    models.typed.insert(first_name(row.path));
                    match row.path.strip_suffix(".**") {
                        Some(module) => models.types_by_module.entry(module).or_insert(to),
                        None => models.types.entry(row.path).or_insert(to),
                    };
                    models.of_any_call.extend(row.path.strip_suffix(".*()"));
                    models.of_any_property.extend(row.path.strip_suffix(".*").map(|holder| (holder, to)));
                    if last_name(to) != name && !row.path.ends_with(')') {
                        models.called_names.insert(name);
                        models.renamed.insert(name);
                    }
                }
                _ => {}
            }
            let ends = row.path.match_indices(['.', '(']).map(|(at, _)| at).chain([row.path.len()]);
            models.beginnings.extend(ends.map(|end| &row.path[..end]));
        }
        models
    }

    /// Returns the models of libraries without the row of this number, counted from 0 in the order of [`rows`].
    pub fn without(number: usize) -> Arc<Self> {
        let (before, after) = (rows().take(number), rows().skip(number + 1));
        Arc::new(Self::of(before.chain(after)))
    }

    /// Returns the source that every parameter of this name is.
    pub fn parameter(&self, name: &str) -> Option<(SourceKind, Shape)> {
        self.parameters.get(name).copied()
    }

    /// Returns the roles of the value of this path.
    pub fn roles(&self, path: &str) -> &[Role] {
        if let Some(roles) = self.by_path.get(path) {
            return roles;
        }
        self.by_module.get(first_name(path)).map_or(&[], Vec::as_slice)
    }

    /// Returns whether a function or method of this name may be a sink, or may have another name in the models.
    pub fn may_be_called(&self, name: &str) -> bool {
        self.called_names.contains(name)
    }

    /// Returns whether a method of this name may be a sink where its receiver is not known.
    pub fn may_be_of_any_receiver(&self, name: &str) -> bool {
        self.any_receiver_names.contains(name)
    }

    /// Returns whether a function or method of this name may have another name in the models.
    pub fn is_renamed(&self, name: &str) -> bool {
        self.renamed.contains(name)
    }

    /// Returns whether a row matches everything in this module.
    pub fn knows_module(&self, module: &str) -> bool {
        self.by_module.contains_key(module)
    }

    /// Returns whether a property of this name may be a source whatever it is a property of.
    pub fn may_be_source(&self, name: &str) -> bool {
        self.source_names.contains(name)
    }

    /// Returns whether the properties of a type that no row names are sources.
    pub fn binds_properties(&self, holder: &str) -> bool {
        self.binders.contains(holder)
    }

    /// Returns whether any row is about the value of this path, or about a part of it.
    pub fn knows(&self, path: &str) -> bool {
        self.beginnings.contains(path)
    }

    /// Returns the type of a call or property that no row names, by a row for all methods or all properties of a type.
    fn of_any_member(&self, path: &str) -> Option<&'static str> {
        let Some(call) = path.strip_suffix("()") else {
            return self.of_any_property.get(path.rsplit_once('.')?.0).copied();
        };
        let (holder, method) = call.rsplit_once('.')?;
        if !self.of_any_call.contains(holder) || !self.roles(path).is_empty() || method.is_empty() {
            return None;
        }
        self.type_of(&format!("{holder}.*()"))
    }

    /// Returns the type that a row gives the value of this path.
    fn type_of(&self, path: &str) -> Option<&'static str> {
        let of_path = self.types.get(path).copied();
        if of_path.is_some() || self.types_by_module.is_empty() || self.by_path.contains_key(path) {
            return of_path;
        }
        self.types_by_module.get(first_name(path)).copied()
    }

    pub fn may_be_assigned(&self, name: &str) -> bool {
        self.assigned_names.contains(name)
    }

    /// Returns the canonical form of a path: its longest beginning that has a type is replaced by the type, repeatedly.
    pub fn canonical<'p>(&self, path: &'p str) -> Cow<'p, str> {
        let mut path = without_default(path.strip_prefix("node:").unwrap_or(path));
        for _ in 0..8 {
            match self.with_type(&path) {
                Some(next) if next.len() <= MAX_PATH_BYTES => path = Cow::Owned(next),
                _ => break,
            }
        }
        path
    }

    /// Returns the path with its longest beginning that has a type replaced by the type; `None` if no beginning has
    /// one.
    fn with_type(&self, path: &str) -> Option<String> {
        if !self.typed.contains(first_name(path)) {
            return None;
        }
        let mut end = path.len();
        loop {
            let begin = &path[..end];
            if let Some(name) = self.type_of(begin).or_else(|| self.of_any_member(begin)) {
                return Some([name, &path[end..]].concat());
            }
            end = begin.rfind(['.', '('])?;
        }
    }
}

/// Returns the last name of a path, without calls: `sign` of `jose.SignJWT().sign`.
pub(super) fn last_name(path: &str) -> &str {
    path[memchr::memrchr(b'.', path.as_bytes()).map_or(0, |dot| dot + 1)..].trim_end_matches("()")
}

/// Returns the path of a module, by the name that `require` or `import` gives it: `fs.promises` of `node:fs/promises`.
pub(super) fn module_path(name: &str) -> String {
    name.strip_prefix("node:").unwrap_or(name).replace('/', ".")
}

/// Returns the module or the global that a path begins with.
pub(super) fn first_name(path: &str) -> &str {
    &path[..memchr::memchr2(b'.', b'(', path.as_bytes()).unwrap_or(path.len())]
}

/// Returns the path without steps to a module's default export, which is the module.
fn without_default(path: &str) -> Cow<'_, str> {
    const STEP: &str = ".default";
    let has_step = memchr::memchr_iter(b'.', path.as_bytes()).any(|at| path[at..].starts_with(STEP));
    if !has_step {
        return Cow::Borrowed(path);
    }
    let mut rest = path;
    let mut kept = String::with_capacity(path.len());
    while let Some(at) = rest.find(STEP) {
        let (before, after) = (&rest[..at], &rest[at + STEP.len()..]);
        kept.push_str(before);
        if !(after.is_empty() || after.starts_with(['.', '('])) {
            kept.push_str(STEP);
        }
        rest = after;
    }
    kept.push_str(rest);
    Cow::Owned(kept)
}

/// The longest path of accesses and calls that is followed, in bytes.
pub(super) const MAX_PATH_BYTES: usize = 160;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_begins_with_the_type_of_its_longest_beginning() {
        let models = Models::libraries();
        assert_eq!(models.canonical("fs.promises.readFile"), "fs.readFile");
        assert_eq!(models.canonical("pg.Pool().connect().query"), "pg.Client.query");
        assert_eq!(models.canonical("unknown.a.b"), "unknown.a.b");
        assert_eq!(models.canonical("document.defaultView.location"), "location");
        assert_eq!(models.canonical("jquery().fadeIn().delay().html"), "jquery.Object.html");
        assert_eq!(models.canonical("mongoose.models.User.find"), "mongo.Collection.find");
    }
}
