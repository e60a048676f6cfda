//! Rows that users write for the libraries and functions of their own.

use std::sync::{LazyLock, Mutex};

use rustc_hash::FxHashSet;
use serde::Deserialize;
use thiserror::Error;

use super::{ANY, Argument, Models, Role, Row};
use crate::{
    engine::SourceKind,
    flow::{SinkKind, term::Shape},
};

/// A file of models: what functions and values outside the analyzed text do with data.
///
/// Each row names a value by the path of accesses and calls that gives it, from a module or a global on (`db.run`,
/// `pg.Pool().query`; `*.run` is the method of a value of unknown origin), and states one fact about it.
///
/// ```toml
/// [[model]]
/// path = "shop-db.run"      # a call gives its first argument to a database
/// sink = "sql"
///
/// [[model]]
/// path = "queue.take()"     # what it gives is a stranger's
/// source = "remote"
/// ```
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UserModels {
    /// The rows.
    #[serde(default)]
    model: Vec<UserRow>,
}

/// One row as it is written: the name of a value, one role, and what belongs to that role.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct UserRow {
    path: Option<String>,
    /// In the place of a path: every parameter of this name is the source.
    parameter: Option<String>,
    // The roles.
    sink: Option<String>,
    assigned: Option<String>,
    source: Option<String>,
    is: Option<String>,
    same_as: Option<String>,
    passes: Option<usize>,
    #[serde(default)]
    neutral: bool,
    #[serde(default)]
    exits: bool,
    gives: Option<String>,
    // Details of these roles.
    argument: Option<usize>,
    option: Option<String>,
    from: Option<usize>,
    named: Option<Vec<String>>,
    shape: Option<String>,
    callback: Option<usize>,
    callback_parameter: Option<usize>,
}

/// Why a file of models is refused: which row, and what is wrong with it.
#[derive(Debug, Error, PartialEq, Eq)]
#[error("model {row}{}: {reason}", name_of(.name.as_deref()))]
pub struct ModelError {
    /// The row's number, counted from 1.
    pub row: usize,
    /// The path or parameter that it names.
    pub name: Option<String>,
    /// The defect of the row, and what is expected in its place.
    pub reason: String,
}

fn name_of(name: Option<&str>) -> String {
    name.map_or_else(String::new, |name| format!(" (`{name}`)"))
}

/// The maximum number of rows in a file.
const MAX_ROWS: usize = 10_000;

/// The sinks by the names that files call them.
const SINKS: &[(&str, SinkKind)] = &[
    ("clause", SinkKind::Clause),
    ("code", SinkKind::Code),
    ("deserialize", SinkKind::Deserialize),
    ("filter", SinkKind::Filter),
    ("folder", SinkKind::Folder),
    ("format", SinkKind::Format),
    ("header", SinkKind::Header),
    ("html", SinkKind::Html),
    ("inflate", SinkKind::Inflate),
    ("log", SinkKind::Log),
    ("module", SinkKind::Module),
    ("nosql", SinkKind::NoSql),
    ("path", SinkKind::Path),
    ("program", SinkKind::Program),
    ("redirect", SinkKind::Redirect),
    ("regexp", SinkKind::RegExp),
    ("removal", SinkKind::Removal),
    ("request", SinkKind::Request),
    ("shell", SinkKind::Shell),
    ("size", SinkKind::Size),
    ("sql", SinkKind::Sql),
    ("template", SinkKind::Template),
    ("xml", SinkKind::Xml),
];

const SOURCES: &[(&str, SourceKind)] = &[
    ("browser", SourceKind::Browser),
    ("local", SourceKind::Local),
    ("parameter", SourceKind::Parameter),
    ("remote", SourceKind::Remote),
];

const SHAPES: &[(&str, Shape)] = &[("any", Shape::Any), ("query", Shape::Query), ("text", Shape::Text)];

impl UserModels {
    /// Returns the number of rows.
    pub fn len(&self) -> usize {
        self.model.len()
    }

    /// Returns whether there are no rows.
    pub fn is_empty(&self) -> bool {
        self.model.is_empty()
    }

    /// Returns the models of libraries with these rows after them; a path that is in both does what both say.
    ///
    /// # Errors
    ///
    /// [`ModelError`] names the first row that says nothing, several things, or something that there is not.
    pub(crate) fn merged(&self) -> Result<Models, ModelError> {
        let error = |row: usize, name: Option<&String>, reason: String| ModelError {
            row: row + 1,
            name: name.cloned(),
            reason,
        };
        if self.model.len() > MAX_ROWS {
            return Err(error(MAX_ROWS, None, format!("there are more than {MAX_ROWS} rows")));
        }
        let mut rows = Vec::new();
        let mut parameters = Vec::new();
        for (at, row) in self.model.iter().enumerate() {
            let name = row.path.as_ref().or(row.parameter.as_ref());
            match row.meaning() {
                Ok(Meaning::Row(row)) => rows.push(row),
                Ok(Meaning::Parameter(name, kind, shape)) => parameters.push((name, kind, shape)),
                Err(reason) => return Err(error(at, name, reason)),
            }
        }
        let mut models = Models::of(super::rows().chain(&rows));
        models.parameters.extend(parameters.into_iter().map(|(name, kind, shape)| (name, (kind, shape))));
        Ok(models)
    }
}

/// The meaning of a row: a row of the tables, or a source that is a parameter.
enum Meaning {
    Row(Row),
    Parameter(&'static str, SourceKind, Shape),
}

impl UserRow {
    fn meaning(&self) -> Result<Meaning, String> {
        let role = self.role()?;
        match (&self.path, &self.parameter, role) {
            (Some(path), None, role) => {
                let path = path.strip_prefix("node:").unwrap_or(path);
                if path.is_empty() || path.len() > super::MAX_PATH_BYTES {
                    return Err(format!("a path has 1 to {} bytes", super::MAX_PATH_BYTES));
                }
                Ok(Meaning::Row(Row { path: kept(&path.replace('/', ".")), role }))
            }
            (None, Some(name), Role::Source(kind, shape)) => Ok(Meaning::Parameter(kept(name), kind, shape)),
            (None, Some(_), _) => Err("a parameter can only be a `source`".into()),
            _ => Err("expected either `path` or `parameter`".into()),
        }
    }

    /// Returns the one role that the row gives.
    fn role(&self) -> Result<Role, String> {
        let mut roles = Vec::new();
        if let Some(kind) = &self.sink {
            roles.push(Role::Sink(self.sink_argument()?, known(SINKS, "sink", kind)?));
        }
        if let Some(kind) = &self.assigned {
            roles.push(Role::Assigned(known(SINKS, "assigned", kind)?));
        }
        if let Some(kind) = &self.source {
            let shape = self.shape.as_deref().map_or(Ok(Shape::Any), |shape| known(SHAPES, "shape", shape))?;
            roles.push(Role::Source(known(SOURCES, "source", kind)?, shape));
        }
        roles.extend(self.is.as_deref().map(|name| Role::Is(kept(name))));
        if let Some(name) = &self.same_as {
            let op = Models::libraries().roles(name).iter().copied().find(|role| matches!(role, Role::Op(_)));
            roles.push(
                op.ok_or_else(|| format!("`same-as` names no function with a model of what it gives: `{name}`"))?,
            );
        }
        roles.extend(self.passes.map(Role::Passes));
        roles.extend(self.neutral.then_some(Role::Neutral));
        roles.extend(self.exits.then_some(Role::Exits));
        if let Some(name) = &self.gives {
            let argument = self.callback.unwrap_or(ANY);
            roles.push(Role::Callback(argument, self.callback_parameter.unwrap_or(0), kept(name)));
        }
        match *roles {
            [role] => Ok(role),
            _ => Err(format!(
                "expected exactly one of `sink`, `assigned`, `source`, `is`, `same-as`, `passes`, `neutral`, `exits` and \
                 `gives`, found {}",
                roles.len()
            )),
        }
    }

    /// Returns which argument of a call the sink takes: the first, where the row does not say.
    fn sink_argument(&self) -> Result<Argument, String> {
        let at = self.argument.unwrap_or(0);
        match (&self.option, self.from, &self.named) {
            (None, None, None) => Ok(Argument::At(at)),
            (Some(name), None, None) => Ok(Argument::Option(at, kept(name))),
            (None, Some(first), None) => Ok(Argument::From(first)),
            (None, None, Some(names)) => {
                let names: Vec<&'static str> = names.iter().map(|name| kept(name)).collect();
                Ok(Argument::Named(names.leak(), self.argument.unwrap_or(1)))
            }
            _ => Err("expected at most one of `option`, `from` and `named`".into()),
        }
    }
}

/// Returns the value that a word names.
fn known<T: Copy>(all: &[(&str, T)], field: &str, word: &str) -> Result<T, String> {
    all.iter().find(|(name, _)| *name == word).map(|&(_, value)| value).ok_or_else(|| {
        let names: Vec<&str> = all.iter().map(|&(name, _)| name).collect();
        format!("`{field}` is one of {}, not `{word}`", names.join(", "))
    })
}

/// Returns a name that lives as long as the program. Each is kept once: reading a file again takes no more memory.
fn kept(name: &str) -> &'static str {
    static NAMES: LazyLock<Mutex<FxHashSet<&'static str>>> = LazyLock::new(Mutex::default);
    let mut names = NAMES.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    if let Some(known) = names.get(name) {
        return known;
    }
    let name: &'static str = Box::leak(name.into());
    names.insert(name);
    name
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::{Analyzer, RuleSet};

    fn models(rows: Value) -> UserModels {
        serde_json::from_value(json!({ "model": rows })).expect("the rows are well formed")
    }

    /// Returns the rules that fire on a text, with these rows beside the libraries'.
    fn found(source: &str, rows: Value) -> Vec<String> {
        let mut rules = RuleSet::preset("oxsec").unwrap();
        rules.set_models(&models(rows)).unwrap();
        let analysis = Analyzer::new(&rules).analyze("a.js", source);
        analysis.messages.into_iter().filter_map(|message| message.rule_id).map(|rule| rule.into()).collect()
    }

    #[test]
    fn rows_of_users_are_followed_like_those_of_libraries() {
        let source = "const db = require('shop-db');\n\
                      const job = require('shop-queue').take();\n\
                      db.run('SELECT a FROM b WHERE c = ' + job.c);\n";
        assert_eq!(found(source, json!([])), [] as [&str; 0]);
        let rows = json!([
            { "path": "shop-db.run", "sink": "sql" },
            { "path": "shop-queue.take()", "source": "remote" },
        ]);
        assert_eq!(found(source, rows), ["oxsec/sql-injection"]);
    }

    #[test]
    fn a_parameter_is_a_source_by_its_name() {
        let source = "const { execSync } = require('child_process');\n\
                      module.exports = {};\n\
                      function inner(dirty, clean) { execSync(dirty); execSync(clean); }\n";
        assert_eq!(found(source, json!([{ "parameter": "dirty", "source": "remote" }])), ["oxsec/command-injection"]);
    }

    #[test]
    fn a_sanitizer_does_what_its_model_says() {
        let source = "const clean = require('shop-clean');\n\
                      require('express')().get('/', (req, res) => { res.redirect('/a?b=' + req.query.b); \
                      eval(clean(req.query.c)); });\n";
        assert_eq!(found(source, json!([])), [] as [&str; 0], "nothing is known of the function");
        assert_eq!(found(source, json!([{ "path": "shop-clean", "passes": 0 }])), ["oxsec/code-injection"]);
        assert_eq!(found(source, json!([{ "path": "shop-clean", "same-as": "parseInt" }])), [] as [&str; 0]);
    }

    #[test]
    fn errors_name_the_row_and_what_is_expected() {
        let error = |rows: Value| models(rows).merged().err().expect("the rows are refused").to_string();
        let fine = json!({ "path": "a", "neutral": true });
        assert_eq!(
            error(json!([fine, { "path": "b", "sink": "sgl" }])),
            "model 2 (`b`): `sink` is one of clause, code, deserialize, filter, folder, format, header, html, inflate, log, module, nosql, path, \
             program, redirect, regexp, removal, request, shell, size, sql, template, xml, not `sgl`"
        );
        assert!(error(json!([{ "path": "b" }])).contains("expected exactly one of `sink`"));
        assert!(error(json!([{ "sink": "sql" }])).contains("either `path` or `parameter`"));
        assert!(error(json!([{ "parameter": "p", "sink": "sql" }])).contains("only be a `source`"));
        assert!(error(json!([{ "path": "b", "same-as": "c" }])).contains("`same-as` names no function"));
    }
}
