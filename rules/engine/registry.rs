//! The rules that there are, and the machinery that makes rules of different types one list.

use std::sync::Arc;

use documented::Documented;
use serde_json::Value;

use super::{Context, Meta, Rule, context::Shared};
use crate::estree::Node;

/// A configured rule, or which of its options is wrong and what it takes.
type Built = Result<Arc<dyn Prototype>, String>;

/// One rule in the list of all.
#[derive(Debug)]
pub struct Entry {
    pub meta: &'static Meta,
    /// The rule's doc comment, each line as it stands behind the slashes.
    docs: &'static str,
    build: fn(&[Value]) -> Built,
}

impl Entry {
    /// The entry of a rule.
    pub const fn of<R: Rule + Documented>() -> Self {
        Self { meta: &R::META, docs: R::DOCS, build: build::<R> }
    }

    /// The rule's manual page, in Markdown.
    pub fn page(&self) -> String {
        let lines: Vec<&str> = self.docs.lines().map(|line| line.strip_prefix(' ').unwrap_or(line)).collect();
        lines.join("\n")
    }

    /// What the rule finds, in one sentence: the first line of its page.
    pub fn summary(&self) -> &'static str {
        self.docs.lines().next().unwrap_or_default().trim()
    }

    /// The rule with these options, ESLint's array behind the severity.
    ///
    /// # Errors
    ///
    /// Which option is wrong, and what it takes.
    pub(super) fn build(&self, options: &[Value]) -> Built {
        (self.build)(options)
    }
}

fn build<R: Rule>(options: &[Value]) -> Built {
    let options = match options {
        [] => R::Options::default(),
        [_] if size_of::<R::Options>() == 0 => return Err("takes no options".into()),
        [options] => serde_json::from_value(options.clone()).map_err(|error| error.to_string())?,
        [_, rest @ ..] => return Err(format!("takes one object of options, not {}", rest.len() + 1)),
    };
    Ok(Arc::new(Shape(Arc::new(R::new(options)?))))
}

/// A configured rule, from which each thread takes its own runner.
pub(super) trait Prototype: Send + Sync {
    fn runner(&self) -> Box<dyn Runner>;
}

struct Shape<R>(Arc<R>);

impl<R: Rule> Prototype for Shape<R> {
    fn runner(&self) -> Box<dyn Runner> {
        Box::new(Running { rule: Arc::clone(&self.0), text: 0, state: R::State::default() })
    }
}

/// A rule at work on one text after the other.
pub(super) trait Runner: Send {
    fn check<'a>(&mut self, node: Node<'a>, rule: usize, shared: &mut Shared<'a>);
}

struct Running<R: Rule> {
    rule: Arc<R>,
    /// The text that the state is about.
    text: u64,
    state: R::State,
}

impl<R: Rule> Runner for Running<R> {
    fn check<'a>(&mut self, node: Node<'a>, rule: usize, shared: &mut Shared<'a>) {
        if self.text != shared.text {
            self.text = shared.text;
            self.state = R::State::default();
        }
        self.rule.check(node, &mut Context { shared, meta: &R::META, rule, state: &mut self.state });
    }
}

/// Every rule, by plugin.
pub fn entries() -> impl Iterator<Item = &'static Entry> {
    [crate::secure_coding::RULES, crate::pg::RULES, crate::node_security::RULES, crate::jwt::RULES]
        .into_iter()
        .flatten()
}

/// The rule of this id.
pub fn entry(id: &str) -> Option<&'static Entry> {
    entries().find(|entry| entry.meta.id == id)
}
