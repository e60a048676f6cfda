use std::collections::{HashMap, HashSet};

use documented::Documented;
use memchr::memmem;
use oxc_syntax::node::NodeId;
use rustc_hash::FxHashMap;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    engine::{Context, Filters, Level, Meta, Needles, Rule, SafetyChecker, SafetyMemo, snippet},
    estree::{Around, AstType, Followed, Kind, Literal, NameSieve, Node, Tree, contains_ignoring_case},
};

/// Finds loops and recursion that may not end, or that run as often as a request says.
///
/// ## Why
///
/// JavaScript serves everybody on one thread: a loop that a request makes long stops all other requests,
/// and one request is enough.
///
/// ## What is found
///
/// Found are: `while (true)` without a `break` near it, `for (;;)`, and a `for` without a condition;
/// loops whose condition or collection looks like input, or uses a variable that was set from it; a
/// condition with `.match(`, `.test(`, a page size or a multiplied limit; `while (running)` and the
/// like; a `for` up to a large number; and a function that calls itself more than a number of times.
/// Variables that went through `Math.min`, `Math.max`, `parseInt` or `parseFloat` are fine, and so is
/// a `for…of` inside an `if` with `Array.isArray` and a limit of the length.
///
/// ## Example
///
/// ```js
/// for (let i = 0; i < req.query.count; i++) work(i);     // found
/// const turns = Math.min(req.query.count, 100);
/// for (let i = 0; i < turns; i++) work(i);               // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoUncheckedLoopCondition {
    max_iterations: f64,
    max_recursion: f64,
    allow_break: bool,
    user_input: Needles,
    /// Names that hold `data` count as input too.
    names_with_data: bool,
    safety: SafetyChecker,
}

#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    /// The largest number that a `for` may count to, 100 or more.
    max_static_iterations: f64,
    /// Parts of code that looks like input.
    user_input_variables: Vec<String>,
    /// Takes a `break` for an end.
    allow_while_true_with_break: bool,
    /// The most often that a function may call itself in its own text, 1 or more.
    max_recursion_depth: f64,
    #[serde(flatten)]
    safety: SafetyChecker,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            max_static_iterations: 10_000.0,
            user_input_variables: ["req", "request", "body", "query", "params", "input", "data"]
                .map(String::from)
                .into(),
            allow_while_true_with_break: true,
            max_recursion_depth: 10.0,
            safety: SafetyChecker::default(),
        }
    }
}

static DATA: Needles = Needles::ignoring_case(&["data"]);

/// The words that the text of a variable's first value holds when it is bounded or converted.
static BOUNDED: Needles = Needles::new(&["Math.max(", "Math.min(", "parseFloat(", "parseInt("]);
static AND: Needles = Needles::new(&["&&"]);
static LENGTH: Needles = Needles::new(&[".length"]);

/// The words that the text of a condition holds that can take long: backtracking expressions, pages.
static COSTLY: Needles = Needles::new(&[".match(", ".test(", "pageSize"]);
static TIMES: Needles = Needles::new(&["*"]);
static LIMIT: Needles = Needles::new(&["limit"]);
static INDEX: Needles = Needles::new(&["endIndex", "startIndex"]);

static IS_ARRAY: Needles = Needles::new(&["Array.isArray("]);
static COMPARISON: Needles = Needles::new(&["<", ">"]);

/// The words that the name of a flag holds that keeps a loop going.
const FLAGS: &[&str] = &["active", "continue", "enabled", "running"];

const LOOPS: [Kind; 5] =
    [Kind::WhileStatement, Kind::ForStatement, Kind::DoWhileStatement, Kind::ForInStatement, Kind::ForOfStatement];

/// Functions of these names are reported when they call themselves at all.
const SUSPECTS: &[&str] = &["recursiveFunc", "traverseObject"];

/// The number of steps from a loop's body, up and down the tree, within which a `break` counts.
const MAX_STEPS_TO_BREAK: usize = 10;

impl Rule for NoUncheckedLoopCondition {
    const META: Meta = Meta {
        id: "secure-coding/no-unchecked-loop-condition",
        cwe: 835,
        owasp: "A04:2021 Insecure Design",
        cvss: 7.5,
        on: &[
            AstType::CallExpression,
            AstType::WhileStatement,
            AstType::ForStatement,
            AstType::DoWhileStatement,
            AstType::ForInStatement,
            AstType::ForOfStatement,
        ],
        filters: Filters::NONE,
        messages: &[
            "uncheckedLoopCondition",
            "infiniteLoop",
            "userControlledLoopBound",
            "missingLoopTermination",
            "largeLoopBound",
            "unsafeRecursion",
        ],
    };

    type Options = Options;
    type State = State;

    fn new(options: Options) -> Result<Self, String> {
        if options.max_static_iterations < 100.0 {
            return Err("`maxStaticIterations` must be at least 100".into());
        }
        if options.max_recursion_depth < 1.0 {
            return Err("`maxRecursionDepth` must be at least 1".into());
        }
        let variables = &options.user_input_variables;
        let listed = |name: &str| variables.iter().any(|variable| variable == name);
        Ok(Self {
            max_iterations: options.max_static_iterations,
            max_recursion: options.max_recursion_depth,
            allow_break: options.allow_while_true_with_break,
            user_input: Needles::of_ignoring_case(variables),
            // How ESLint's rule tells its own list from one that it was given.
            names_with_data: variables.len() == 7 && listed("req") && listed("input"),
            safety: options.safety,
        })
    }

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        if node.is(Kind::CallExpression) {
            self.check_recursion(node, ctx);
        } else {
            self.check_loop(node, ctx);
        }
    }
}

#[derive(Default)]
pub(super) struct State {
    safety: SafetyMemo,
    /// The variables whose first value looks like input, as far as the text has been followed.
    tainted: HashSet<String>,
    followed: Followed,
    /// The names in the conditions and collections of loops: only their variables are followed.
    in_conditions: Option<NameSieve>,
    /// The innermost function declaration around a node that has a name.
    function: Around<NodeId>,
    /// The number of times that the functions of a name have called themselves.
    recursions: HashMap<String, Recursion>,
    breaks: Option<Breaks>,
}

#[derive(Default)]
struct Recursion {
    calls: u32,
    reported: bool,
}

impl NoUncheckedLoopCondition {
    /// Follows the variables that are declared before a loop and have not been followed.
    fn follow<'a>(&self, statement: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        for declaration in ctx.state.followed.until([Kind::VariableDeclaration], statement) {
            for declarator in declaration.declarations().iter() {
                if let (Some(name), Some(init)) = (declarator.declared().and_then(Node::identifier), declarator.init())
                    && ctx.state.in_conditions.get_or_insert_with(|| names_in_conditions(init.tree())).may_hold(name)
                    && ctx.contains(init, &self.user_input)
                    && !ctx.contains(init, &BOUNDED)
                    && !(ctx.contains(init, &AND) && ctx.contains(init, &LENGTH))
                {
                    ctx.state.tainted.insert(name.to_string());
                }
            }
        }
    }

    fn check_recursion<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        let is_function = |name: &&str| ctx.tree().may_be_function(name);
        let Some(name) = call.callee().and_then(Node::identifier).filter(is_function) else { return };
        let named = |node: Node<'_>| node.is(Kind::FunctionDeclaration) && node.declared().is_some();
        let function = ctx.state.function.nearest(call, |node| named(node).then(|| node.id()));
        if !function.is_some_and(|id| ctx.node_of(id).declared().is_some_and(|it| it.is_identifier(name))) {
            return;
        }
        let recursion = ctx.state.recursions.entry(name.to_string()).or_default();
        recursion.calls += 1;
        if (f64::from(recursion.calls) > self.max_recursion || SUSPECTS.contains(&name))
            && !recursion.reported
            && !self.safety.is_safe(call, &mut ctx.state.safety)
        {
            recursion.reported = true;
            let what = format_args!("{name} calls itself without a limit: {}", snippet(call));
            let fix = "Pass the depth along and stop above a fixed one, or use a loop with a list of what is left";
            ctx.report(call, "unsafeRecursion", Level::Medium, what, fix);
        }
    }

    fn check_loop<'a>(&self, statement: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        self.follow(statement, ctx);
        match statement.kind() {
            Kind::WhileStatement => self.check_while(statement, ctx),
            Kind::ForStatement => self.check_for(statement, ctx),
            Kind::DoWhileStatement => self.check_do_while(statement, ctx),
            _ => self.check_iteration(statement, ctx),
        }
    }

    fn check_while<'a>(&self, statement: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        let Some(test) = statement.test() else { return };
        if test.literal() == Some(Literal::Boolean(true)) {
            if !(self.allow_break && has_break_near(statement, ctx)) {
                let what = "while (true) never ends";
                ctx.report(statement, "infiniteLoop", Level::High, what, "Count the turns, and break above a limit");
            }
        } else if self.involves_user_input(test, ctx) || is_costly(test, ctx) {
            self.report_bound(statement, test, ctx);
        } else if let Some(flag) = test.identifier()
            && FLAGS.iter().any(|part| contains_ignoring_case(flag, part))
            && !self.safety.is_safe(statement, &mut ctx.state.safety)
        {
            let what = format_args!("the loop ends only when something sets {flag}");
            ctx.report(test, "infiniteLoop", Level::Medium, what, "Limit the turns or the time besides");
        }
    }

    fn check_for<'a>(&self, statement: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        let Some(test) = statement.test() else {
            if !self.safety.is_safe(statement, &mut ctx.state.safety) {
                let message_id = if statement.update().is_none() { "infiniteLoop" } else { "missingLoopTermination" };
                let what = "a for without a condition never ends";
                ctx.report(statement, message_id, Level::High, what, "Write the condition between the semicolons");
            }
            return;
        };
        if self.involves_user_input(test, ctx) || is_costly(test, ctx) || ctx.contains(test, &INDEX) {
            self.report_bound(statement, test, ctx);
        } else if upper_bound(test).is_some_and(|bound| bound > self.max_iterations)
            && !self.safety.is_safe(statement, &mut ctx.state.safety)
        {
            let what = format_args!("{} makes for more than {} turns", snippet(test), self.max_iterations);
            let fix = "Work in portions, and let other work happen between them";
            ctx.report(test, "largeLoopBound", Level::Medium, what, fix);
        }
    }

    fn check_do_while<'a>(&self, statement: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        if let Some(test) = statement.test()
            && self.involves_user_input(test, ctx)
        {
            self.report_bound(statement, test, ctx);
        }
    }

    fn check_iteration<'a>(&self, statement: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        if let Some(collection) = statement.right()
            && self.involves_user_input(collection, ctx)
            && !(statement.is(Kind::ForOfStatement) && is_limited_array(statement, collection, ctx))
            && !self.safety.is_safe(statement, &mut ctx.state.safety)
        {
            let what = format_args!("a request chooses how many items {} has", snippet(collection));
            let fix = "Refuse more than a fixed number of items before the loop";
            ctx.report(collection, "uncheckedLoopCondition", Level::Medium, what, fix);
        }
    }

    fn report_bound<'a>(&self, statement: Node<'a>, test: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        if !self.safety.is_safe(statement, &mut ctx.state.safety) {
            let what = format_args!("{} may hold for as long as a request likes", snippet(test));
            let fix = "Limit the number of turns: Math.min(count, LIMIT)";
            ctx.report(test, "userControlledLoopBound", Level::High, what, fix);
        }
    }

    /// Returns whether an expression's text looks like input, or it uses a variable that was set from it.
    fn involves_user_input<'a>(&self, expression: Node<'a>, ctx: &mut Context<'a, '_, State>) -> bool {
        if ctx.contains(expression, &self.user_input) {
            return true;
        }
        any_part(expression, |part| match part.kind() {
            Kind::Identifier => {
                let name = part.name().unwrap_or_default();
                ctx.state.tainted.contains(name) || self.names_with_data && DATA.is_in(name)
            }
            Kind::MemberExpression => {
                self.names_with_data && part.object().is_some_and(|object| ctx.contains(object, &DATA))
            }
            _ => false,
        })
    }
}

/// Returns whether some part of what makes up an expression's value is of a sort: it itself, operands, arguments,
/// objects.
fn any_part<'a>(expression: Node<'a>, mut is_sort: impl FnMut(Node<'a>) -> bool) -> bool {
    let mut waiting = vec![expression];
    while let Some(node) = waiting.pop() {
        if is_sort(node) {
            return true;
        }
        match node.kind() {
            Kind::MemberExpression => waiting.extend(node.object()),
            Kind::CallExpression => {
                waiting.extend(node.callee());
                waiting.extend(node.arguments().iter());
            }
            Kind::BinaryExpression => waiting.extend([node.left(), node.right()].into_iter().flatten()),
            Kind::UpdateExpression | Kind::UnaryExpression => waiting.extend(node.argument()),
            _ => {}
        }
    }
    false
}

/// Returns what decides how often a loop runs.
fn condition(statement: Node<'_>) -> Option<Node<'_>> {
    statement.test().or_else(|| statement.right())
}

fn names_in_conditions<'a>(tree: &'a Tree<'a>) -> NameSieve {
    let mut names = Vec::new();
    for condition in tree.nodes_of(LOOPS).filter_map(condition) {
        any_part(condition, |part| {
            names.extend(part.identifier());
            false
        });
    }
    NameSieve::of(|| names.iter().copied())
}

fn is_costly<'a>(condition: Node<'a>, ctx: &mut Context<'a, '_, State>) -> bool {
    ctx.contains(condition, &COSTLY) || ctx.contains(condition, &TIMES) && ctx.contains(condition, &LIMIT)
}

/// The number that a condition compares with, without its sign.
fn upper_bound(test: Node<'_>) -> Option<f64> {
    let compares = matches!(test.operator(), Some("<" | "<=" | ">" | ">="));
    compares.then(|| test.right())??.number().map(f64::abs)
}

/// Returns whether an `if` around a loop, within the same function, asks for an array of a limited length.
fn is_limited_array<'a>(statement: Node<'a>, collection: Node<'a>, ctx: &mut Context<'a, '_, State>) -> bool {
    let collection = memmem::Finder::new(collection.text());
    for node in statement.ancestors() {
        if node.is_function() {
            break;
        }
        if node.is(Kind::IfStatement)
            && let Some(test) = node.test()
            && [&IS_ARRAY, &LENGTH, &COMPARISON].into_iter().all(|needles| ctx.contains(test, needles))
            && collection.find(test.searched_text().as_bytes()).is_some()
        {
            return true;
        }
    }
    false
}

/// Returns whether a `break` stands near a loop's body: at most ten steps up and down the tree from it, inside the loop
/// or not.
fn has_break_near<'a>(statement: Node<'a>, ctx: &mut Context<'a, '_, State>) -> bool {
    let breaks = ctx.state.breaks.get_or_insert_with(|| Breaks::new(statement));
    statement.body().is_some_and(|body| {
        body.self_and_ancestors()
            .take(MAX_STEPS_TO_BREAK + 1)
            .enumerate()
            .any(|(up, node)| breaks.0.get(&node.id()).is_some_and(|down| up + down <= MAX_STEPS_TO_BREAK))
    })
}

/// The number of steps from a node down to the nearest `break`, for the nodes that have one near enough.
struct Breaks(FxHashMap<NodeId, usize>);

impl Breaks {
    /// The breaks of the text that a node belongs to.
    fn new(node: Node<'_>) -> Self {
        let mut distances = FxHashMap::default();
        for node in node.tree().nodes_of([Kind::BreakStatement]) {
            for (up, ancestor) in node.self_and_ancestors().take(MAX_STEPS_TO_BREAK + 1).enumerate() {
                let distance = distances.entry(ancestor.id()).or_insert(up);
                *distance = up.min(*distance);
            }
        }
        Self(distances)
    }
}
