use std::borrow::Cow;

use documented::Documented;
use oxc_span::Span;
use oxc_syntax::node::NodeId;
use rustc_hash::FxHashMap;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{TEST_FILE, TestFiles};
use crate::{
    engine::{Context, Filters, Ignored, Innermost, Level, Meta, Needles, Rule, shorten, snippet},
    estree::{Around, AstType, Kind, Literal, Node, Tree},
};

/// Finds routes that anyone can call.
///
/// ## Why
///
/// A route without authentication does what it does for everybody who knows its address.
///
/// ## What is found
///
/// Looked at are calls of `get`, `post`, `put`, `delete`, `patch`, `all` and `use` on a variable named
/// after an application, router or server. One is fine when the text of an argument holds the name of an
/// authentication, when an argument is a variable initialised with a call of one, or when the handler
/// stands inside the arguments of one.
///
/// ## Example
///
/// ```js
/// app.get('/orders', listOrders);                     // found
/// app.get('/orders', requireAuth, listOrders);        // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoMissingAuthentication {
    /// The files to leave alone.
    tests: TestFiles,
    authentication: Needles,
    methods: Vec<String>,
    ignored: Ignored,
}

#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    /// Leaves files alone that match `testFilePattern`.
    allow_in_tests: bool,
    /// The regular expression that the path of a test file matches.
    test_file_pattern: String,
    /// Parts of names that authenticate, upper or lower case.
    auth_middleware_patterns: Vec<String>,
    /// The methods that are looked at.
    route_handler_patterns: Vec<String>,
    /// JavaScript regular expressions without look-around, for paths and calls to leave alone.
    ignore_patterns: Vec<String>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            allow_in_tests: false,
            test_file_pattern: TEST_FILE.to_string(),
            auth_middleware_patterns: [
                "authenticate",
                "auth",
                "requireAuth",
                "isAuthenticated",
                "verifyToken",
                "checkAuth",
                "ensureAuthenticated",
                "passport.authenticate",
                "jwt",
                "session",
            ]
            .map(String::from)
            .to_vec(),
            route_handler_patterns: ["get", "post", "put", "delete", "patch", "all", "use"].map(String::from).to_vec(),
            ignore_patterns: Vec::new(),
        }
    }
}

/// The words that the name of a variable holds when it has routes.
static ROUTERS: Needles = Needles::ignoring_case(ROUTER_NAMES);
const ROUTER_NAMES: &[&str] = &["app", "express", "fastify", "hapi", "koa", "route", "server"];

#[derive(Default)]
pub(super) struct State {
    /// The variables that functions, and the program, declare at the top of their bodies: whether they are
    /// initialised with an authentication.
    variables: Option<Innermost<bool>>,
    inside: Around,
    /// The calls so far: `true` if they apply an authentication to their arguments.
    applies: FxHashMap<NodeId, bool>,
}

impl Rule for NoMissingAuthentication {
    const META: Meta = Meta {
        id: "secure-coding/no-missing-authentication",
        cwe: 306,
        owasp: "A07:2021 Identification and Authentication Failures",
        cvss: 9.1,
        on: &[AstType::CallExpression],
        filters: Filters { callee_words: ROUTER_NAMES, ..Filters::NONE },
        messages: &["missingAuthentication"],
    };

    type Options = Options;
    type State = State;

    fn new(options: Options) -> Result<Self, String> {
        Ok(Self {
            tests: TestFiles::new(options.allow_in_tests, &options.test_file_pattern)?,
            authentication: Needles::of_ignoring_case(&options.auth_middleware_patterns),
            methods: options.route_handler_patterns,
            ignored: Ignored::with_texts(&options.ignore_patterns)?,
        })
    }

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        let Some(callee) = call.callee().filter(|callee| callee.is(Kind::MemberExpression)) else { return };
        if !callee.object().and_then(Node::identifier).is_some_and(|object| ROUTERS.is_in(object)) {
            return;
        }
        let Some(method) = callee.property_identifier().map(str::to_lowercase) else { return };
        if !self.methods.contains(&method) || self.tests.hold(ctx) {
            return;
        }
        let route = route(call);
        if self.ignored.covers_text(&route, call.tree())
            || self.ignored.covers(call)
            || call.arguments().iter().any(|argument| self.is_authentication(argument, ctx))
            || call.arguments().last().is_some_and(|handler| self.is_inside_authentication(handler, ctx))
        {
            return;
        }
        let what = format_args!("{} {} has no authentication", snippet(callee), shorten(&route));
        let fix = format_args!(
            "Put an authentication in front of the handler: {}(path, requireAuth, handler)",
            snippet(callee)
        );
        ctx.report(callee, "missingAuthentication", Level::Critical, what, fix);
    }
}

impl NoMissingAuthentication {
    /// Returns whether an argument names an authentication, or is a variable initialised with one.
    fn is_authentication<'a>(&self, argument: Node<'a>, ctx: &mut Context<'a, '_, State>) -> bool {
        ctx.contains(argument, &self.authentication)
            || argument.identifier().is_some_and(|name| {
                let tree = ctx.tree();
                let variables = ctx.state.variables.get_or_insert_with(|| self.variables(tree));
                variables.at(name, argument) == Some(true)
            })
    }

    /// The variables that the program and functions declare at the top of their bodies: whether they are
    /// initialised with an authentication.
    fn variables<'a>(&self, tree: &'a Tree<'a>) -> Innermost<bool> {
        let bodies = tree.nodes_of(Kind::FUNCTIONS).filter_map(|function| Some((function.span(), function.body()?)));
        let program = (Span::new(0, u32::MAX), tree.root());
        Innermost::new(std::iter::once(program).chain(bodies).flat_map(|(span, body)| {
            body.statements().iter().flat_map(|statement| statement.declarations().iter()).filter_map(
                move |declarator| {
                    let authenticates = declarator
                        .init()
                        .filter(|init| init.is(Kind::CallExpression))
                        .and_then(Node::callee_name)
                        .is_some_and(|function| self.authentication.is_in(function));
                    Some((span, declarator.declared()?.identifier()?, authenticates))
                },
            )
        }))
    }

    /// Returns whether a handler stands inside the arguments of an authentication, or of a call that applies one to all
    /// its arguments.
    fn is_inside_authentication<'a>(&self, handler: Node<'a>, ctx: &mut Context<'a, '_, State>) -> bool {
        if !handler.is_any(&[Kind::ArrowFunctionExpression, Kind::FunctionExpression]) {
            return false;
        }
        let mut inside = std::mem::take(&mut ctx.state.inside);
        let answer = inside.any(handler, |node| {
            node.parent().is_some_and(|call| {
                call.is(Kind::CallExpression) && call.callee() != Some(node) && self.applies_authentication(call, ctx)
            })
        });
        ctx.state.inside = inside;
        answer
    }

    fn applies_authentication<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_, State>) -> bool {
        if let Some(&known) = ctx.state.applies.get(&call.id()) {
            return known;
        }
        let applies = match (call.callee_name(), call.callee_method()) {
            (Some(function), _) => self.authentication.is_in(function),
            (None, Some(method)) if method.eq_ignore_ascii_case("use") || method.eq_ignore_ascii_case("all") => {
                call.arguments().iter().any(|argument| ctx.contains(argument, &self.authentication))
            }
            _ => false,
        };
        ctx.state.applies.insert(call.id(), applies);
        applies
    }
}

/// Returns what the first argument of a route is: its value where it is a literal, else its text.
fn route(call: Node<'_>) -> Cow<'_, str> {
    match call.argument_at(0) {
        Some(path) => path.literal().map_or(Cow::Borrowed(path.text()), Literal::to_text),
        None => Cow::Borrowed("unknown"),
    }
}
