//! What several of the plugin's rules share.

use oxc_syntax::node::NodeId;
use regex::Regex;
use rustc_hash::FxHashMap;
use serde::Deserialize;

use crate::{
    engine::javascript_regex,
    estree::{Kind, Node},
};

/// Names that `if` statements have checked, each with the first statement that did.
///
/// A rule keeps one for each block that it has looked into: however many calls stand in the block, its
/// statements are looked through once.
#[derive(Default)]
pub struct CheckedNames {
    first: FxHashMap<String, NodeId>,
}

impl CheckedNames {
    /// Notes that a statement checks a name. Statements are noted in the order of the text.
    pub fn add(&mut self, name: &str, statement: Node<'_>) {
        if !self.first.contains_key(name) {
            self.first.insert(name.to_string(), statement.id());
        }
    }

    /// Whether a statement that begins before `node` checks the name.
    pub fn holds(&self, name: &str, node: Node<'_>) -> bool {
        self.first.get(name).is_some_and(|&statement| statement < node.id())
    }
}

/// The `if` statements that stand directly in a block.
pub fn conditions<'a>(block: Node<'a>) -> impl Iterator<Item = Node<'a>> {
    block.statements().iter().filter(|statement| statement.is(Kind::IfStatement))
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
    names
        .iter()
        .map(|name| {
            javascript_regex(&format!(r"\b{name}\b"), true)
                .map(|regex| (name.clone(), regex))
                .map_err(|error| format!("`{option}` holds /{name}/: {error}"))
        })
        .collect()
}
