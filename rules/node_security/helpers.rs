//! What several of the plugin's rules share.

use oxc_span::Span;
use oxc_syntax::node::NodeId;
use regex::Regex;
use rustc_hash::FxHashMap;
use serde::Deserialize;

use crate::{
    engine::option_regex,
    estree::{Kind, Node, Tree},
};

/// Where `if` statements speak for names.
///
/// Made once for a text and asked for each call in it: neither how many statements there are nor how deep
/// they stand makes a call dearer.
#[derive(Default)]
pub struct Checks {
    /// From each offset on, up to the next: the innermost of the blocks beyond which no statement speaks.
    innermost: Vec<(u32, Option<NodeId>)>,
    /// By name and block: spans, sorted and apart.
    spans: FxHashMap<String, FxHashMap<Option<NodeId>, Vec<Span>>>,
}

impl Checks {
    /// No checks so far. What a statement checks holds for calls that have the same innermost block of
    /// `blocks`, which come in the order of the text.
    pub fn within<'a>(blocks: impl Iterator<Item = Node<'a>>) -> Self {
        let mut innermost = Vec::new();
        let mut open: Vec<Node<'a>> = Vec::new();
        for block in blocks.map(Some).chain([None]) {
            let start = block.map_or(u32::MAX, |block| block.span().start);
            while let Some(left) = open.pop_if(|open| open.span().end <= start) {
                innermost.push((left.span().end, open.last().map(|block| block.id())));
            }
            if let Some(block) = block {
                innermost.push((start, Some(block.id())));
                open.push(block);
            }
        }
        Self { innermost, spans: FxHashMap::default() }
    }

    /// Notes that a statement checks a name for what follows its beginning, up to `end`. Statements come in
    /// the order of the text, and one within another speaks for no more than that one.
    pub fn add(&mut self, name: &str, statement: Node<'_>, end: u32) {
        let span = Span::new(statement.span().start, end);
        let block = self.block_at(span.start);
        let spans = self.spans.entry(name.to_string()).or_default().entry(block).or_default();
        if spans.last().is_none_or(|last| last.end < end) {
            spans.push(span);
        }
    }

    /// Whether a statement checks the name for a node.
    pub fn hold(&self, name: &str, node: Node<'_>) -> bool {
        let start = node.span().start;
        self.spans.get(name).and_then(|blocks| blocks.get(&self.block_at(start))).is_some_and(|spans| {
            let next = spans.partition_point(|span| span.start <= start);
            next > 0 && start < spans[next - 1].end
        })
    }

    fn block_at(&self, offset: u32) -> Option<NodeId> {
        let next = self.innermost.partition_point(|&(from, _)| from <= offset);
        next.checked_sub(1).and_then(|at| self.innermost[at].1)
    }
}

/// The nodes of a kind, in the order of the text.
pub fn nodes_of<'a>(tree: &'a Tree<'a>, kind: Kind) -> impl Iterator<Item = Node<'a>> {
    tree.walk().filter(move |&(other, _)| other == kind).map(|(_, node)| node)
}

/// Whether a statement leaves the function: `return` or `throw`.
pub fn leaves(statement: Node<'_>) -> bool {
    statement.is_any(&[Kind::ReturnStatement, Kind::ThrowStatement])
}

/// The method of `object` that a call calls, as `object.method(…)`, where `object` is an identifier of
/// this name.
pub fn method_of<'a>(call: Node<'a>, object: &str) -> Option<&'a str> {
    let callee = call.callee()?;
    callee.property_identifier().filter(|_| callee.object().is_some_and(|it| it.is_identifier(object)))
}

/// Whether a call stores something, by the method `setItem` or `writeFile`, and none of its arguments is
/// the result of a function with `encrypt` in its name.
pub fn stores_unencrypted(call: Node<'_>) -> bool {
    matches!(call.callee_method(), Some("setItem" | "writeFile"))
        && !call.arguments().iter().any(|argument| {
            argument.is(Kind::CallExpression) && argument.callee_name().is_some_and(|name| name.contains("encrypt"))
        })
}

/// The only option of many rules: whether test files are left alone.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct TestOptions {
    allow_in_tests: bool,
}

impl TestOptions {
    /// Whether the options say to leave a file of this name alone.
    pub fn allow(&self, path: &str) -> bool {
        self.allow_in_tests && is_test_file(path)
    }
}

/// Whether a file's name ends like that of a test: `.test.js`, `.spec.tsx` …
pub fn is_test_file(path: &str) -> bool {
    let stem = [".ts", ".tsx", ".js", ".jsx"].iter().find_map(|extension| path.strip_suffix(extension));
    stem.is_some_and(|stem| stem.ends_with(".test") || stem.ends_with(".spec"))
}

/// The only option of the rules about libraries. ESLint takes it and no rule reads it.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct SeverityOptions {
    severity: Severity,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Severity {
    Error,
    Warn,
}

impl Default for SeverityOptions {
    fn default() -> Self {
        Self { severity: Severity::Warn }
    }
}

/// The name that a call calls: `createHash` in `createHash(…)` and in `crypto.createHash(…)`.
pub fn called_name(call: Node<'_>) -> Option<Node<'_>> {
    let callee = call.callee()?;
    let name = if callee.is(Kind::MemberExpression) { callee.property()? } else { callee };
    Some(name).filter(|name| name.is(Kind::Identifier))
}

/// The algorithm that a cipher is made with: the first argument of `createCipheriv(…)` and its like,
/// where it is a string.
pub fn cipher_algorithm(call: Node<'_>) -> Option<Node<'_>> {
    matches!(called_name(call)?.name()?, "createCipher" | "createCipheriv" | "createDecipher" | "createDecipheriv")
        .then(|| call.argument_at(0))?
        .filter(|algorithm| algorithm.string().is_some())
}

/// The module that a node loads: `import … from 'module'`, `require('module')`.
pub fn loaded_module(node: Node<'_>) -> Option<&str> {
    match node.kind() {
        Kind::ImportDeclaration => node.source()?.string(),
        Kind::CallExpression if node.callee_name() == Some("require") && node.arguments().len() == 1 => {
            node.argument_at(0)?.string()
        }
        _ => None,
    }
}

/// Compiles an option's names of algorithms, each a JavaScript regular expression for whole words.
///
/// # Errors
///
/// Which one is no regular expression, and why.
pub fn whole_words(option: &str, names: &[String]) -> Result<Vec<(String, Regex)>, String> {
    let compile = |name: &String| Ok((name.clone(), option_regex(option, &format!(r"\b{name}\b"), true)?));
    names.iter().map(compile).collect()
}

/// Whether one of the names that an option lists is `name`.
pub fn lists(names: &[String], name: &str) -> bool {
    names.iter().any(|listed| listed == name)
}
