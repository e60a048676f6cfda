//! The type erasure that puts rules of different types into one list.

use std::sync::Arc;

use documented::Documented;
use oxc_syntax::node::NodeId;
use schemars::{JsonSchema, Schema, SchemaGenerator, generate::SchemaSettings};
use serde::Deserialize;
use serde_json::{Map, Value};

use super::{Context, Meta, Rule, context::Shared};

/// A configured rule, or the error in its options with what the option takes.
type Built = Result<Arc<dyn Configured>, String>;

/// A rule in the list of all rules.
#[derive(Debug)]
pub struct Entry {
    /// The static metadata of the rule.
    pub meta: &'static Meta,
    /// The rule's doc comment, each line as it follows the slashes.
    docs: &'static str,
    build: fn(&[Value]) -> Built,
    /// Describes the rule's options; `None` where it takes none.
    describe: Option<Describe>,
}

/// Describes a type of options.
type Describe = fn(&mut SchemaGenerator) -> Schema;

impl Entry {
    /// Makes the entry of a rule.
    pub(crate) const fn of<R: Rule + Documented>() -> Self {
        Self { meta: &R::META, docs: R::DOCS, build: build::<R>, describe: describe::<R::Options>() }
    }

    /// Returns the rule's manual page, in Markdown: its doc comment, with its options before the heading "Limits".
    pub fn page(&self) -> String {
        let lines: Vec<&str> = self.docs.lines().map(|line| line.strip_prefix(' ').unwrap_or(line)).collect();
        let page = lines.join("\n");
        let (before, limits) = page.split_at(page.find("\n## Limits\n").unwrap_or(page.len()));
        format!("{}\n{}{limits}", before.trim_end(), self.options())
    }

    /// Returns the part of the page that lists the options, a line each; empty where the rule takes none.
    fn options(&self) -> String {
        let Some(schema) = self.describe.map(options_schema) else { return String::new() };
        let lines = properties(&schema).into_iter().flatten().map(|(name, option)| {
            let kind = match &option["type"] {
                Value::String(kind) => kind.clone(),
                Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(" or "),
                _ => "one of several".to_owned(),
            };
            let default = option.get("default").map_or_else(String::new, |default| format!(", default {default}"));
            let description = option["description"].as_str().unwrap_or_default().replace('\n', " ");
            format!("- `{name}` ({kind}{default}): {description}\n")
        });
        format!("\n## Options\n\n{}", lines.collect::<String>())
    }

    /// Returns the rule's purpose in one sentence: the first paragraph of its page.
    pub fn summary(&self) -> String {
        let paragraph: Vec<&str> = self.docs.lines().map(str::trim).take_while(|line| !line.is_empty()).collect();
        paragraph.join(" ")
    }

    /// Returns the JSON schema of the rule's options, with their defaults; `None` where it takes none.
    pub fn options_schema(&self) -> Option<Value> {
        self.describe.map(options_schema).map(Value::from)
    }

    /// Builds the rule with these options: ESLint's array after the severity.
    ///
    /// # Errors
    ///
    /// The option that is wrong, and what it takes.
    pub(super) fn build(&self, options: &[Value]) -> Built {
        (self.build)(options)
    }
}

// There are hundreds of rules: what need not know a rule's type is compiled once, not for each of them.

/// Builds a rule with these options: ESLint's array after the severity.
fn build<R: Rule>(options: &[Value]) -> Built {
    let describe = describe::<R::Options>();
    let options = match only(options, describe.is_some())? {
        None => R::Options::default(),
        Some(options) => R::Options::deserialize(options).map_err(|error| complain(&error, options, describe))?,
    };
    Ok(Arc::new(Typed(R::new(options)?)))
}

/// Returns the one object of options, if there is one.
fn only(options: &[Value], takes_options: bool) -> Result<Option<&Value>, String> {
    match options {
        [] => Ok(None),
        [_] if !takes_options => Err("takes no options".into()),
        [options] => Ok(Some(options)),
        [_, rest @ ..] => Err(format!("takes one object of options, not {}", rest.len() + 1)),
    }
}

/// Returns what describes this type of options; `None` where it has none.
const fn describe<O: JsonSchema>() -> Option<Describe> {
    if size_of::<O>() == 0 { None } else { Some(O::json_schema) }
}

/// Returns the JSON schema of a rule's options.
fn options_schema(describe: Describe) -> Schema {
    let settings = SchemaSettings::default().with(|settings| settings.inline_subschemas = true);
    let meta_schema = settings.meta_schema.clone();
    let mut schema = describe(&mut settings.into_generator());
    if let Some(meta_schema) = meta_schema {
        schema.insert("$schema".into(), meta_schema.into());
    }
    // The page of a rule whose fields are its options.
    schema.remove("description");
    schema
}

/// Returns what is wrong with the options of a rule: it names an option that the rule does not take, and those that it
/// does, since serde does not know the names of flattened ones.
fn complain(error: &serde_json::Error, options: &Value, describe: Option<Describe>) -> String {
    describe
        .and_then(|describe| unknown_option(options, &options_schema(describe)))
        .unwrap_or_else(|| error.to_string())
}

fn properties(schema: &Schema) -> Option<&Map<String, Value>> {
    schema.get("properties")?.as_object()
}

fn unknown_option(options: &Value, schema: &Schema) -> Option<String> {
    let known = properties(schema)?;
    let unknown = options.as_object()?.keys().find(|key| !known.contains_key(*key))?;
    let names: Vec<String> = known.keys().map(|name| format!("`{name}`")).collect();
    let expected = match &names[..] {
        [one] => one.clone(),
        [one, other] => format!("{one} or {other}"),
        _ => format!("one of {}", names.join(", ")),
    };
    Some(format!("unknown field `{unknown}`, expected {expected}"))
}

/// A rule with its options, of any type. All threads share it.
pub(super) trait Configured: Send + Sync {
    /// Calls the rule for all its nodes of one text, in the order of the text.
    fn check(&self, nodes: &[NodeId], rule: usize, shared: &mut Shared<'_>);

    /// Begins a text whose nodes come in portions.
    fn begin(&self) -> Box<dyn Checking + '_>;
}

/// A rule at work on one text.
pub(super) trait Checking {
    /// Calls the rule for its next nodes.
    fn check(&mut self, nodes: &[NodeId], rule: usize, shared: &mut Shared<'_>);

    /// Ends the text.
    fn finish(&mut self, rule: usize, shared: &mut Shared<'_>);
}

/// Makes a rule of any type a [`Configured`] one.
struct Typed<R>(R);

struct Begun<'r, R: Rule> {
    rule: &'r Typed<R>,
    state: R::State,
}

impl<R: Rule> Typed<R> {
    #[inline(never)] // The rule is compiled once, not for each of its callers.
    fn check_all(&self, nodes: &[NodeId], rule: usize, shared: &mut Shared<'_>, state: &mut R::State) {
        for &at in nodes {
            let node = shared.tree.node_of(at);
            self.0.check(node, &mut Context { shared, meta: &R::META, rule, at, state });
        }
    }

    fn finish(&self, rule: usize, shared: &mut Shared<'_>, state: &mut R::State) {
        // ESLint leaves the program after all other nodes: of the findings at one position these come last.
        let at = shared.tree.last_id();
        self.0.finish(&mut Context { shared, meta: &R::META, rule, at, state });
    }
}

impl<R: Rule> Configured for Typed<R> {
    fn check(&self, nodes: &[NodeId], rule: usize, shared: &mut Shared<'_>) {
        let mut state = R::State::default();
        self.check_all(nodes, rule, shared, &mut state);
        self.finish(rule, shared, &mut state);
    }

    fn begin(&self) -> Box<dyn Checking + '_> {
        Box::new(Begun { rule: self, state: R::State::default() })
    }
}

impl<R: Rule> Checking for Begun<'_, R> {
    fn check(&mut self, nodes: &[NodeId], rule: usize, shared: &mut Shared<'_>) {
        self.rule.check_all(nodes, rule, shared, &mut self.state);
    }

    fn finish(&mut self, rule: usize, shared: &mut Shared<'_>) {
        self.rule.finish(rule, shared, &mut self.state);
    }
}
