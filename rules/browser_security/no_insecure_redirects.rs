use std::collections::HashMap;

use documented::Documented;
use oxc_syntax::node::NodeId;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::is_member;
use crate::{
    engine::{Context, Filters, Level, Matches, Meta, Pattern, Rule, is_test_file, snippet},
    estree::{Around, AstType, Kind, Node},
};

/// Finds redirects to an address that comes with the request.
///
/// ## Why
///
/// A link to your site then leads wherever its author wants, which is what phishing needs.
///
/// ## What is found
///
/// Calls of methods named `redirect`, `replace` and `assign` are looked at whose text, or the declaration of the
/// variable that is their first argument, holds `req.query`, `req.body`, `req.params`, `window.location` or
/// `document.location`. They are fine where the five statements before, or an `if` around, check something:
/// `isSafeUrl(…)`, `….includes(…)`, `….has(…)`, `startsWith('…')` and the like. Assignments to `window.location.href`
/// are found whenever their value holds one of these.
///
/// ## Example
///
/// ```js
/// res.redirect(req.query.next);                                // found
///
/// if (!ALLOWED.has(req.query.next)) return res.sendStatus(400);
/// res.redirect(req.query.next);                                // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoInsecureRedirects(Options);

#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    /// Leaves test files alone: `*.test.js`, `*.spec.ts` and the like.
    ignore_in_tests: bool,
    /// Accepted for ESLint's sake; nothing reads it.
    #[serde(rename = "allowedDomains")]
    _allowed_domains: Vec<String>,
}

impl Default for Options {
    fn default() -> Self {
        Self { ignore_in_tests: true, _allowed_domains: Vec::new() }
    }
}

const INPUTS: &[&str] = &["document.location", "req.body", "req.params", "req.query", "window.location"];

static INPUT: Pattern =
    Pattern::new(r"\b(?:req\.(?:query|body|params)|window\.location|document\.location)\b").holding(INPUTS);

/// The words that code holds that checks an address.
static CHECKS: [Pattern; 8] = [
    Pattern::new(r"\b(?:validateUrl|validateRedirect|isValidUrl|isSafeUrl)\s*\("),
    Pattern::new(r"\b(?:whitelist|allowedDomains|permittedUrls|ALLOWED_\w+)\s*\."),
    Pattern::new(r"\b(?:url\.hostname|url\.host)\s*==="),
    Pattern::new(r"\b\w+\.(?:includes|has)\s*\(").holding(&[".includes", ".has"]),
    Pattern::new(r#"\bstartsWith\s*\(\s*['"]"#).holding(&["startsWith"]),
    Pattern::new(r#"\bendsWith\s*\(\s*['"]"#).holding(&["endsWith"]),
    Pattern::new(r#"\bindexOf\s*\(\s*['"]"#).holding(&["indexOf"]),
    Pattern::new(r"\bmatch\s*\(\s*/").holding(&["match"]),
];

/// The number of statements before the one at hand that may check the address.
const CHECKED_STATEMENTS: usize = 5;

/// The distance up the tree, in nodes, at which code around a redirect may still check its address.
const CHECKED_LEVELS: usize = 20;

/// The number of statements before the one at hand that may declare the variable that holds the address.
const DECLARING_STATEMENTS: usize = 10;

#[derive(Default)]
pub(super) struct State {
    inputs: Matches,
    /// The initializers of variables around a node, by name.
    declared: HashMap<String, Around<NodeId>>,
    checks: [Matches; CHECKS.len()],
}

impl State {
    fn has_input(&mut self, node: Node<'_>) -> bool {
        self.inputs.any_within(node, &INPUT)
    }

    fn has_check(&mut self, node: Node<'_>) -> bool {
        CHECKS.iter().zip(&mut self.checks).any(|(pattern, matches)| matches.any_within(node, pattern))
    }
}

impl Rule for NoInsecureRedirects {
    const META: Meta = Meta {
        id: "browser-security/no-insecure-redirects",
        cwe: 601,
        owasp: "A01:2021 Broken Access Control",
        cvss: 6.1,
        on: &[AstType::AssignmentExpression, AstType::CallExpression],
        filters: Filters { calls: &["assign", "redirect", "replace"], required_words: &[INPUTS], ..Filters::NONE },
        messages: &["insecureRedirect"],
    };

    type Options = Options;
    type State = State;

    fn new(options: Options) -> Result<Self, String> {
        Ok(Self(options))
    }

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        if self.0.ignore_in_tests && is_test_file(ctx.path()) {
            return;
        }
        let is_insecure = if node.is(Kind::CallExpression) {
            matches!(node.callee_method(), Some("assign" | "redirect" | "replace"))
                && takes_input(node, ctx.state)
                && !is_checked(node, ctx.state)
        } else {
            node.left().is_some_and(sets_location) && node.right().is_some_and(|value| ctx.state.has_input(value))
        };
        if is_insecure {
            let what = format_args!("{} leads wherever the request says", snippet(node));
            let fix = "Compare the address with a fixed list first, or redirect to a path that you wrote yourself";
            ctx.report(node, "insecureRedirect", Level::High, what, fix);
        }
    }
}

fn sets_location(target: Node<'_>) -> bool {
    matches!(target.property_identifier(), Some("assign" | "href" | "replace"))
        && target.object().is_some_and(|object| is_member(object, "window", "location"))
}

fn takes_input(call: Node<'_>, state: &mut State) -> bool {
    state.has_input(call) || {
        let address = call.argument_at(0).filter(|address| address.is(Kind::Identifier));
        let declared = address.and_then(|address| declared_before(address, &mut state.declared));
        declared.is_some_and(|init| state.has_input(init))
    }
}

/// Returns the statement list that a node stands directly in, and its place there.
fn place_in_block<'a>(node: Node<'a>) -> Option<(impl Fn(usize) -> Option<Node<'a>>, usize)> {
    let block = node.parent().filter(|block| block.is_any(&[Kind::BlockStatement, Kind::Program]))?;
    let statements = block.statements();
    Some((move |at| statements.get(at), statements.partition_point(|statement| statement.id() < node.id())))
}

/// Returns what the variable of an identifier is declared with: in the nearest of the statements before it, or before
/// what is around it.
fn declared_before<'a>(identifier: Node<'a>, known: &mut HashMap<String, Around<NodeId>>) -> Option<Node<'a>> {
    let (name, tree) = (identifier.name()?, identifier.tree());
    if !tree.may_be_variable(name) {
        return None;
    }
    let init = known.entry(name.to_string()).or_default().nearest(identifier.parent()?, |node| {
        let (statement, place) = place_in_block(node)?;
        let before = (place.saturating_sub(DECLARING_STATEMENTS)..place).rev().filter_map(statement);
        let mut declarators = before.flat_map(|statement| statement.declarations().iter());
        declarators.find_map(|declarator| {
            let has_name = declarator.declared().is_some_and(|declared| declared.is_identifier(name));
            declarator.init().filter(|_| has_name).map(Node::id)
        })
    })?;
    Some(tree.node_of(init))
}

fn is_checked(call: Node<'_>, state: &mut State) -> bool {
    call.self_and_ancestors().take(CHECKED_LEVELS).any(|node| {
        let is_checked_before = place_in_block(node).is_some_and(|(statement, place)| {
            let mut before = (place.saturating_sub(CHECKED_STATEMENTS)..place).filter_map(statement);
            before.any(|statement| state.has_check(statement))
        });
        let condition = node.parent().filter(|parent| parent.is(Kind::IfStatement)).and_then(Node::test);
        is_checked_before || condition.is_some_and(|condition| state.has_check(condition))
    })
}
