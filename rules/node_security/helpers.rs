//! Helpers that several rules of the plugin share.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    engine::{OptionPattern, Pattern, option_regex},
    estree::{Kind, Node, Tree},
};

/// Returns whether a statement leaves the function: `return` or `throw`.
fn leaves(statement: Node<'_>) -> bool {
    statement.is_any(&[Kind::ReturnStatement, Kind::ThrowStatement])
}

/// Returns whether a statement is an `if` whose branch begins with `return` or `throw`.
pub(super) fn is_guard(statement: Node<'_>) -> bool {
    statement.is(Kind::IfStatement)
        && statement.consequent().is_some_and(|branch| {
            leaves(branch) || branch.is(Kind::BlockStatement) && branch.statements().first().is_some_and(leaves)
        })
}

/// Returns whether a call stores something, by the method `setItem` or `writeFile`, and none of its arguments is the
/// result of a function with `encrypt` in its name.
pub(super) fn stores_unencrypted(call: Node<'_>) -> bool {
    matches!(call.callee_method(), Some("setItem" | "writeFile"))
        && !call.arguments().iter().any(|argument| {
            argument.is(Kind::CallExpression) && argument.callee_name().is_some_and(|name| name.contains("encrypt"))
        })
}

/// The only option of the rules about libraries.
#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct SeverityOptions {
    /// Accepted for ESLint's sake; nothing reads it.
    severity: Severity,
}

#[derive(Deserialize, JsonSchema)]
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
pub(super) fn called_name(call: Node<'_>) -> Option<Node<'_>> {
    let callee = call.callee()?;
    let name = if callee.is(Kind::MemberExpression) { callee.property()? } else { callee };
    Some(name).filter(|name| name.is(Kind::Identifier))
}

/// Functions that make a cipher.
pub(super) const CIPHER_MAKERS: &[&str] = &["createCipher", "createCipheriv", "createDecipher", "createDecipheriv"];

/// The algorithm that a cipher is made with: the first argument of `createCipheriv(…)` and its like,
/// where it is a string.
pub(super) fn cipher_algorithm(call: Node<'_>) -> Option<Node<'_>> {
    CIPHER_MAKERS
        .contains(&called_name(call)?.name()?)
        .then(|| call.argument_at(0))?
        .filter(|algorithm| algorithm.string().is_some())
}

/// The module that a node loads: `import … from 'module'`, `require('module')`.
pub(super) fn loaded_module(node: Node<'_>) -> Option<&str> {
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
/// The name that is not a regular expression, and the reason.
pub(super) fn whole_words(option: &str, names: &[String]) -> Result<Vec<(String, OptionPattern)>, String> {
    let compile = |name: &String| Ok((name.clone(), option_regex(option, &format!(r"\b{name}\b"), true)?));
    names.iter().map(compile).collect()
}

/// Returns the algorithm that a name names: one of the known ones, or one of an option's.
pub(super) fn named_algorithm<'r>(
    name: &str,
    known: &'static [(&'static str, Pattern)],
    additional: &'r [(String, OptionPattern)],
    tree: &Tree<'_>,
) -> Option<&'r str> {
    let known = known.iter().find(|(_, pattern)| pattern.is_match(name)).map(|(algorithm, _)| *algorithm);
    let additional = || additional.iter().find(|(_, word)| word.is_match(name, tree));
    known.or_else(|| additional().map(|(algorithm, _)| algorithm.as_str()))
}

/// Returns whether one of the names that an option lists is `name`.
pub(super) fn lists(names: &[String], name: &str) -> bool {
    names.iter().any(|listed| listed == name)
}
