use documented::Documented;
use oxc_syntax::node::NodeId;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    engine::{Context, Filters, Level, Meta, Needles, Rule, SafetyChecker, SafetyMemo, snippet},
    estree::{Around, AstType, Kind, Node},
};

/// Finds checks of a value's type that let the wrong values through.
///
/// ## Why
///
/// `typeof null` is `'object'`, `0` and `''` are as false as `undefined`, a class from another frame is
/// not `instanceof` this one, and a bundler renames what `constructor.name` gives. A handler that relies
/// on such a check can be made to take a value that it was not written for.
///
/// ## What is found
///
/// For variables whose name holds `req`, `request`, `body`, `query`, `params`, `input`, `data` or
/// `userInput` these are found: `typeof x === 'object'` without `x !== null` before it in the same
/// condition, `if (x)`, and an `if` that compares with `null` alone. Loose comparisons with `null` or
/// `undefined`, and `constructor.name` in a comparison or as a variable's value, are found whatever they
/// look at. Code that a comment marks as validated (`@validated`, `@safe`) is left alone.
///
/// ## Example
///
/// ```js
/// if (typeof body === 'object') save(body.id);                        // found
/// if (body !== null && typeof body === 'object') save(body.id);       // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoImproperTypeValidation {
    user_input: Needles,
    allow_instanceof: bool,
    safety: SafetyChecker,
}

#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    /// The names of input.
    user_input_variables: Vec<String>,
    /// Accepted for ESLint's sake; nothing reads it.
    safe_type_check_functions: Vec<String>,
    /// Leaves `instanceof` alone; off, each one on a name of input is found.
    allow_instanceof_same_realm: bool,
    #[serde(flatten)]
    safety: SafetyChecker,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            user_input_variables: USER_INPUT.iter().copied().map(String::from).collect(),
            safe_type_check_functions: Vec::new(),
            allow_instanceof_same_realm: true,
            safety: SafetyChecker::default(),
        }
    }
}

const USER_INPUT: &[&str] = &["body", "data", "input", "params", "query", "req", "request", "userInput"];

static NULL: Needles = Needles::new(&["null"]);
static NULLISH: Needles = Needles::ignoring_case(&["null", "undefined"]);
/// Strict comparisons too: `!== null` holds `== null`.
static NULL_CHECK: Needles = Needles::ignoring_case(&["== null", "!= null"]);
static UNDEFINED_CHECK: Needles = Needles::ignoring_case(&["=== undefined", "!== undefined"]);

impl Rule for NoImproperTypeValidation {
    const META: Meta = Meta {
        id: "secure-coding/no-improper-type-validation",
        cwe: 1287,
        owasp: "A04:2021 Insecure Design",
        cvss: 5.3,
        on: &[
            AstType::BinaryExpression,
            AstType::ComputedMemberExpression,
            AstType::StaticMemberExpression,
            AstType::IfStatement,
        ],
        filters: Filters::NONE,
        messages: &[
            "improperTypeValidation",
            "unsafeTypeofCheck",
            "unsafeInstanceofUsage",
            "looseEqualityTypeCheck",
            "missingNullCheck",
            "unreliableConstructorCheck",
        ],
    };

    type Options = Options;
    type State = State;

    fn new(options: Options) -> Result<Self, String> {
        Ok(Self {
            user_input: Needles::of(&options.user_input_variables),
            allow_instanceof: options.allow_instanceof_same_realm,
            safety: options.safety,
        })
    }

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        match node.kind() {
            Kind::MemberExpression => self.check_constructor_name(node, ctx),
            Kind::IfStatement => self.check_condition(node, ctx),
            _ => match node.operator() {
                Some("===" | "!==") => self.check_typeof(node, ctx),
                Some("==" | "!=") => self.check_loose_equality(node, ctx),
                Some("instanceof") => self.check_instanceof(node, ctx),
                _ => {}
            },
        }
    }
}

#[derive(Default)]
pub(super) struct State {
    safety: SafetyMemo,
    /// The nearest `&&` that guard nodes.
    guards: Around<Option<NodeId>>,
}

/// The `&&` of the same statement that a node stands on the right side of, where one does.
fn guard(node: Node<'_>) -> Option<Option<NodeId>> {
    let parent = node.parent()?;
    if parent.operator() == Some("&&") && parent.right() == Some(node) {
        return Some(Some(parent.id()));
    }
    let ends = ["Statement", "Declaration"].iter().any(|sort| parent.kind().name().contains(sort));
    ends.then_some(None)
}

impl NoImproperTypeValidation {
    /// Returns whether a node is a variable that is named after what a user sends.
    fn is_user_input(&self, node: Node<'_>) -> bool {
        node.identifier().is_some_and(|name| self.user_input.is_in(name))
    }

    fn check_typeof<'a>(&self, comparison: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        let Some((type_of, value)) = compared_with_object(comparison) else { return };
        let variable = if value.is(Kind::MemberExpression) { value.object() } else { Some(value) };
        if variable.is_some_and(|variable| self.is_user_input(variable))
            && !is_null_checked_before(comparison, value, &mut ctx.state.guards)
            && !self.safety.is_safe(comparison, &mut ctx.state.safety)
        {
            let what = format_args!("{} is 'object' for null and for arrays too", snippet(type_of));
            let fix = format_args!(
                "Test {} !== null before it, and Array.isArray() where arrays are not meant",
                snippet(value)
            );
            ctx.report(type_of, "unsafeTypeofCheck", Level::Medium, what, fix);
        }
    }

    fn check_instanceof<'a>(&self, test: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        if !self.allow_instanceof && test.left().is_some_and(|left| self.is_user_input(left)) {
            let what = format_args!("{} is false for objects of another realm", snippet(test));
            let fix = "Test the properties that are needed, or Array.isArray() and the like";
            ctx.report(test, "unsafeInstanceofUsage", Level::Medium, what, fix);
        }
    }

    fn check_loose_equality<'a>(&self, comparison: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        let (Some(left), Some(right)) = (comparison.left(), comparison.right()) else { return };
        let mut either_holds = |needles| ctx.contains(left, needles) || ctx.contains(right, needles);
        if either_holds(&NULLISH)
            && (self.is_user_input(left) || self.is_user_input(right) || either_holds(&NULL))
            && !self.safety.is_safe(comparison, &mut ctx.state.safety)
        {
            let what = format_args!("{} takes null and undefined for the same", snippet(comparison));
            let fix = "Compare with === or !==, with null and undefined each where both can occur";
            ctx.report(comparison, "looseEqualityTypeCheck", Level::Medium, what, fix);
        }
    }

    fn check_constructor_name<'a>(&self, name: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        if name.property_identifier() == Some("name")
            && name.object().and_then(Node::property_identifier) == Some("constructor")
            && is_compared_or_kept(name)
            && !self.safety.is_safe(name, &mut ctx.state.safety)
        {
            let what = format_args!("{} is what the object, or a bundler, says it is", snippet(name));
            let fix = "Test with instanceof, or test the properties that are needed";
            ctx.report(name, "unreliableConstructorCheck", Level::Medium, what, fix);
        }
    }

    fn check_condition<'a>(&self, statement: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        let Some(test) = statement.test() else { return };
        if self.is_user_input(test) && !self.safety.is_safe(statement, &mut ctx.state.safety) {
            let what = format_args!("if ({}) turns away 0, '' and false along with what is missing", snippet(test));
            let fix = format_args!("Say what is meant: typeof {0} === 'string', {0} !== undefined", snippet(test));
            ctx.report(test, "improperTypeValidation", Level::Low, what, fix);
        }
        if test.is(Kind::BinaryExpression)
            && [test.left(), test.right()].into_iter().flatten().any(|side| self.is_user_input(side))
            && ctx.contains(test, &NULL_CHECK)
            && !ctx.contains(test, &UNDEFINED_CHECK)
            && !self.safety.is_safe(statement, &mut ctx.state.safety)
        {
            let what = format_args!("{} asks for null alone", snippet(test));
            let fix = "Ask for undefined too, or for the type that is needed";
            ctx.report(test, "missingNullCheck", Level::Medium, what, fix);
        }
    }
}

/// Returns the `typeof x` and the `x` of `typeof x === 'object'`.
fn compared_with_object(comparison: Node<'_>) -> Option<(Node<'_>, Node<'_>)> {
    let type_of = comparison.left().filter(|left| left.is(Kind::UnaryExpression))?;
    let is_object = type_of.operator() == Some("typeof") && comparison.right()?.string() == Some("object");
    is_object.then(|| type_of.argument().map(|value| (type_of, value)))?
}

/// Returns whether the condition that contains a comparison compares the variable with null before it.
fn is_null_checked_before<'a>(comparison: Node<'a>, variable: Node<'a>, guards: &mut Around<Option<NodeId>>) -> bool {
    let Some(name) = variable.identifier() else { return false };
    let mut guard_of = |node: Node<'a>| guards.nearest(node, guard).flatten().map(|id| node.tree().node_of(id));
    std::iter::successors(guard_of(comparison), |&guard| guard_of(guard))
        .any(|guard| guard.left().is_some_and(|left| compares_with_null(left, name)))
}

fn compares_with_null(condition: Node<'_>, name: &str) -> bool {
    let text = condition.searched_text();
    text.match_indices(name).any(|(at, _)| {
        let rest = &text[at + name.len()..];
        rest.starts_with(" !== null") || rest.starts_with(" != null")
    })
}

/// Returns whether a value is one side of an operator, or what a variable is initialised with.
fn is_compared_or_kept(value: Node<'_>) -> bool {
    value.parent().is_some_and(|parent| match parent.kind() {
        Kind::VariableDeclarator => parent.init() == Some(value),
        Kind::BinaryExpression => true,
        _ => false,
    })
}
