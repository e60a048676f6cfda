use documented::Documented;
use oxc_span::Span;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    engine::{Context, Filters, GuardPolicy, Guards, Innermost, Level, Meta, Rule, snippet},
    estree::{AstType, Kind, Literal, Node, Tree},
};

/// Finds members that are read or written under a name that is only known at run time.
///
/// ## Why
///
/// Under the name `__proto__` or `constructor` a value from outside reaches what all objects share: it
/// adds to every object of the program, or calls what was never meant to be called.
///
/// ## What is found
///
/// Every `object[key]` is looked at whose key is neither a number, nor a string that is harmless, nor a
/// variable called `i`, `j`, `k`, `n`, `len`, `idx` or `index`. It is fine inside an `if`, or after one
/// at the start of the function that returns or throws, whose condition is `list.includes(key)`,
/// `object.hasOwnProperty(key)`, `Object.hasOwn(object, key)` or `key in object`; and where an assignment
/// goes to an `Object.create(null)` or to a copy `[...list]`.
///
/// ## Example
///
/// ```js
/// settings[req.body.name] = value;                        // found
/// if (NAMES.includes(name)) settings[name] = value;       // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct DetectObjectInjection {
    dangerous: Vec<String>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    /// The strings that are reported.
    dangerous_properties: Vec<String>,
    /// Accepted for ESLint's sake; nothing reads it.
    allow_literals: bool,
    /// Accepted for ESLint's sake; nothing reads it.
    additional_methods: Vec<String>,
    /// Accepted for ESLint's sake; nothing reads it.
    strategy: Strategy,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            dangerous_properties: ["__proto__", "prototype", "constructor"].map(String::from).to_vec(),
            allow_literals: false,
            additional_methods: Vec::new(),
            strategy: Strategy::Auto,
        }
    }
}

#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum Strategy {
    Validate,
    Whitelist,
    Freeze,
    Auto,
}

/// The usual names of loop counters.
const COUNTERS: &[&str] = &["i", "idx", "index", "j", "k", "len", "n"];

/// The facts about keys and objects in a text.
#[derive(Default)]
pub(super) struct State {
    /// The keys that have been checked: within a function, what was checked outside of it does not count.
    checked: Guards,
    /// The variables whose objects have no prototype to reach. Filled when first needed.
    harmless_objects: Option<Innermost<()>>,
}

impl Rule for DetectObjectInjection {
    const META: Meta = Meta {
        id: "secure-coding/detect-object-injection",
        cwe: 915,
        owasp: "A08:2021 Software and Data Integrity Failures",
        cvss: 7.3,
        on: &[AstType::AssignmentExpression, AstType::ComputedMemberExpression],
        filters: Filters::NONE,
        messages: &["objectInjection"],
    };

    type Options = Options;
    type State = State;

    fn new(options: Options) -> Result<Self, String> {
        Ok(Self { dangerous: options.dangerous_properties })
    }

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        if node.is(Kind::MemberExpression) {
            self.check_access(node, ctx);
        } else {
            self.check_assignment(node, ctx);
        }
    }
}

impl DetectObjectInjection {
    fn check_access<'a>(&self, member: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        let Some(key) = self.risky_key(member, ctx) else { return };
        let assigned = member
            .parent()
            .is_some_and(|parent| parent.is(Kind::AssignmentExpression) && parent.left() == Some(member));
        if !assigned {
            let what = format_args!("{} reads whatever {} names, __proto__ included", snippet(member), snippet(key));
            let level = if key.string().is_some() { Level::Critical } else { Level::Medium };
            ctx.report(member, "objectInjection", level, what, repair(key));
        }
    }

    fn check_assignment<'a>(&self, assignment: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        let Some(member) = assignment.left().filter(|left| left.is(Kind::MemberExpression)) else { return };
        let Some(key) = self.risky_key(member, ctx) else { return };
        let tree = ctx.tree();
        let harmless = member.object().and_then(Node::identifier).is_some_and(|name| {
            let harmless_objects = ctx.state.harmless_objects.get_or_insert_with(|| harmless_objects(tree));
            harmless_objects.at(name, member).is_some()
        });
        if !harmless {
            let what = format_args!("{} writes whatever {} names, __proto__ included", snippet(member), snippet(key));
            let level = if key.string().is_some() { Level::Critical } else { Level::High };
            ctx.report(assignment, "objectInjection", level, what, repair(key));
        }
    }

    /// The key of a computed member where it can be dangerous and has not been checked.
    fn risky_key<'a>(&self, member: Node<'a>, ctx: &mut Context<'a, '_, State>) -> Option<Node<'a>> {
        if !member.computed() {
            return None;
        }
        let key = member.property()?;
        let risky = match (key.identifier(), key.literal()) {
            (Some(name), _) => !COUNTERS.contains(&name) && !ctx.state.checked.covers(name, member, &CHECKED),
            (None, Some(Literal::Number(_))) => false,
            (None, Some(Literal::String(name))) => self.dangerous.iter().any(|dangerous| dangerous == name),
            _ => true,
        };
        risky.then_some(key)
    }
}

fn repair(key: Node<'_>) -> String {
    match key.string() {
        Some(name) => format!("Leave {name} alone: keep the data in a Map or an Object.create(null)"),
        None => format!("Check {} against a list of allowed names first, or keep the data in a Map", snippet(key)),
    }
}

/// The key that a condition checks.
fn checked_key(test: Node<'_>) -> Option<&str> {
    match test.kind() {
        Kind::CallExpression => {
            let argument = match test.callee_method()? {
                "includes" | "hasOwnProperty" => 0,
                "call" | "hasOwn" => 1,
                _ => return None,
            };
            test.argument_at(argument)?.identifier()
        }
        Kind::UnaryExpression if test.operator() == Some("!") => {
            let call = test.argument()?;
            checked_key(call).filter(|_| call.callee_method() == Some("includes"))
        }
        Kind::BinaryExpression if test.operator() == Some("in") => test.left()?.identifier(),
        _ => None,
    }
}

/// The place where keys are checked: within the `if` that looks at them and, where it leaves the function from the top
/// of its body, after it.
const CHECKED: GuardPolicy = GuardPolicy::in_function(checked_names);

fn checked_names<'a>(statement: Node<'a>, names: &mut Vec<&'a str>) {
    names.extend(statement.test().and_then(checked_key));
}

/// The variables that blocks and the program declare directly and give an `Object.create(null)` or a
/// `[...copy]`.
fn harmless_objects<'a>(tree: &'a Tree<'a>) -> Innermost<()> {
    let blocks = tree.nodes_of([Kind::BlockStatement]).map(|block| (block.span(), block));
    let program = (Span::new(0, u32::MAX), tree.root());
    Innermost::new(std::iter::once(program).chain(blocks).flat_map(|(span, block)| {
        let declarators = block.statements().iter().flat_map(|statement| statement.declarations().iter());
        declarators.filter_map(move |declarator| {
            let name = declarator.declared()?.identifier()?;
            let init = declarator.init()?;
            (is_without_prototype(init) || is_copy(init)).then_some((span, name, ()))
        })
    }))
}

fn is_without_prototype(init: Node<'_>) -> bool {
    init.is(Kind::CallExpression)
        && init.callee_method() == Some("create")
        && init.callee().and_then(Node::object).is_some_and(|object| object.is_identifier("Object"))
        && init.argument_at(0).and_then(Node::literal) == Some(Literal::Null)
}

fn is_copy(init: Node<'_>) -> bool {
    init.is(Kind::ArrayExpression) && init.elements().get(0).is_some_and(|first| first.is(Kind::SpreadElement))
}
