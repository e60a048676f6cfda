use std::hash::BuildHasher;

use documented::Documented;
use oxc_syntax::node::NodeId;
use rustc_hash::{FxBuildHasher, FxHashSet};
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::wildcard_origin;
use crate::{
    engine::{Context, Filters, Ignored, Level, Matches, Meta, Pattern, Rule, TestOptions, lower_cased, snippet},
    estree::{Around, AstType, Followed, Kind, Node, to_lower_case},
};

/// Finds servers that let pages of every origin read their answers.
///
/// ## Why
///
/// With the wildcard every page that a user visits can ask the server from the user's network and read what it says.
///
/// ## What is found
///
/// Found are the string `'*'` anywhere in a call of `cors(…)`, as `origin` in an object that `….use(cors(…))` is given,
/// in place or in a variable of the same function, and as the second argument where `….setHeader` or `….header` is
/// called for `Access-Control-Allow-Origin`.
///
/// ## Example
///
/// ```js
/// app.use(cors({ origin: '*' }));                                 // found
/// res.setHeader('Access-Control-Allow-Origin', '*');              // found
/// app.use(cors({ origin: ['https://app.example.com'] }));         // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoMissingCorsCheck {
    tests: TestOptions<false>,
    /// In lower case.
    trusted: Vec<String>,
    ignored: Ignored,
}

#[derive(Default, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    #[serde(flatten)]
    tests: TestOptions<false>,
    /// Words in the name of a middleware that is fine.
    trusted_libraries: Vec<String>,
    /// JavaScript regular expressions without look-around and regardless of case, for code that is fine.
    ignore_patterns: Vec<String>,
}

static CORS: Pattern = Pattern::ignoring_case(r"\bcors").holding(&["cors"]);
static CORS_CALL: Pattern = Pattern::ignoring_case(r"\bcors\s*\(").holding(&["cors"]);
static USE_CALL: Pattern = Pattern::ignoring_case(r"\buse\s*\(").holding(&["use"]);
static HEADER_CALL: Pattern = Pattern::ignoring_case(r"\b(?:setHeader|header)\s*\(").holding(&["header"]);
static HEADER: Pattern =
    Pattern::ignoring_case(r"\bAccess-Control-Allow-Origin\b").holding(&["access-control-allow-origin"]);

#[derive(Default)]
pub(super) struct State {
    calls: Followed,
    /// The last call that is within no other call, and what its text contains.
    outermost: Option<(NodeId, CallText)>,
    cors_calls: Matches,
    headers: Matches,
    function: Around<NodeId>,
    /// The functions whose statements were looked through, and the program.
    read: FxHashSet<NodeId>,
    /// The hashes of the variables whose object allows every origin, by function.
    wildcards: FxHashSet<(NodeId, u64)>,
}

/// The contents of a call's text.
#[derive(Clone, Copy)]
struct CallText {
    calls_cors: bool,
    mentions_cors: bool,
    calls_use: bool,
    sets_header: bool,
}

impl CallText {
    fn of(call: Node<'_>) -> Self {
        let text = call.searched_text();
        Self {
            calls_cors: CORS_CALL.is_match(text),
            mentions_cors: CORS.is_match(text),
            calls_use: USE_CALL.is_match(text),
            sets_header: HEADER_CALL.is_match(text) && HEADER.is_match(text),
        }
    }
}

impl Rule for NoMissingCorsCheck {
    const META: Meta = Meta {
        id: "browser-security/no-missing-cors-check",
        cwe: 346,
        owasp: "A07:2021 Identification and Authentication Failures",
        cvss: 6.5,
        on: &[
            AstType::CallExpression,
            AstType::ComputedMemberExpression,
            AstType::StaticMemberExpression,
            AstType::StringLiteral,
        ],
        filters: Filters {
            calls: &["use"],
            required_words: &[&["cors", "access-control-allow-origin"]],
            string_bytes: b"*",
            ..Filters::NONE
        },
        messages: &["missingCorsCheck"],
    };

    type Options = Options;
    type State = State;

    fn new(options: Options) -> Result<Self, String> {
        let trusted = lower_cased(&options.trusted_libraries);
        let ignored = Ignored::new(&options.ignore_patterns)?;
        Ok(Self { tests: options.tests, trusted, ignored })
    }

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        let is_one = match node.kind() {
            Kind::CallExpression => node.callee_method() == Some("use"),
            Kind::MemberExpression => matches!(node.property_identifier(), Some("header" | "setHeader")),
            _ => node.string() == Some("*"),
        };
        if !is_one || self.tests.allow(ctx.path()) || self.ignored.covers(node) {
            return;
        }
        match node.kind() {
            Kind::CallExpression => self.check_use(node, ctx),
            Kind::MemberExpression => check_header(node, ctx),
            _ => check_wildcard(node, ctx),
        }
    }
}

/// Looks at a string `'*'` by what the calls around it hold: the outermost holds the text of all others.
fn check_wildcard<'a>(wildcard: Node<'a>, ctx: &mut Context<'a, '_, State>) {
    let Some(text) = outermost_call(wildcard, ctx.state) else { return };
    let key = wildcard.parent().filter(|parent| parent.is(Kind::Property)).and_then(Node::key_identifier);
    if text.sets_header || text.calls_use && text.calls_cors && key == Some("origin") {
        return;
    }
    let is_origin = key.is_some_and(|key| matches!(&*to_lower_case(key), "allowedorigins" | "origin"));
    if text.calls_cors || is_origin && text.calls_use && text.mentions_cors {
        report(wildcard, wildcard, ctx);
    }
}

/// Returns what the outermost of the calls around a node holds.
fn outermost_call(node: Node<'_>, state: &mut State) -> Option<CallText> {
    let tree = node.tree();
    let mut outermost = state.outermost.map(|(call, _)| tree.node_of(call));
    for call in state.calls.until([Kind::CallExpression], node) {
        if outermost.is_none_or(|outermost| !call.is_within(outermost)) {
            outermost = Some(call);
        }
    }
    let outermost = outermost?;
    if state.outermost.is_none_or(|(call, _)| call != outermost.id()) {
        state.outermost = Some((outermost.id(), CallText::of(outermost)));
    }
    state.outermost.filter(|_| node.is_within(outermost)).map(|(_, text)| text)
}

/// Looks at a call of `….setHeader(…)` or `….header(…)`, by its callee.
fn check_header<'a>(member: Node<'a>, ctx: &mut Context<'a, '_, State>) {
    let Some(call) = member.parent().filter(|parent| parent.is(Kind::CallExpression)) else { return };
    let Some(value) = call.argument_at(1).filter(|value| value.string() == Some("*")) else { return };
    if ctx.state.headers.any_within(call, &HEADER) {
        report(value, call, ctx);
    }
}

impl NoMissingCorsCheck {
    fn check_use<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        let middleware = call.argument_at(0).filter(|argument| argument.is(Kind::CallExpression));
        let name = middleware.and_then(Node::callee_name).map(to_lower_case);
        if name.as_ref().is_some_and(|name| self.trusted.iter().any(|trusted| name.contains(trusted))) {
            return;
        }
        if name.as_deref() != Some("cors") && !ctx.state.cors_calls.any_within(call, &CORS_CALL) {
            return;
        }
        for argument in middleware.unwrap_or(call).arguments().iter() {
            if argument.is(Kind::ObjectExpression) {
                for origin in argument.properties().iter().filter_map(wildcard_origin) {
                    report(origin, call, ctx);
                }
            } else if let Some(name) = argument.identifier()
                && allows_every_origin(name, call, ctx.state)
            {
                report(argument, call, ctx);
                return;
            }
        }
    }
}

/// Returns whether the innermost function around a call declares a variable of this name, by a statement of its own,
/// with an object that allows every origin.
fn allows_every_origin(name: &str, call: Node<'_>, state: &mut State) -> bool {
    let function = state.function.nearest(call, |node| node.is_function().then(|| node.id()));
    let function = function.unwrap_or(NodeId::ROOT);
    let hash = |name: &str| FxBuildHasher.hash_one(name);
    if state.read.insert(function) {
        let node = call.tree().node_of(function);
        let block =
            if node.is_function() { node.body().filter(|body| body.is(Kind::BlockStatement)) } else { Some(node) };
        let statements = block.into_iter().flat_map(|block| block.statements().iter());
        for declarator in statements.flat_map(|statement| statement.declarations().iter()) {
            let object = declarator.init().filter(|init| init.is(Kind::ObjectExpression));
            if let Some(name) = declarator.declared().and_then(Node::identifier)
                && object.is_some_and(|object| object.properties().iter().any(|it| wildcard_origin(it).is_some()))
            {
                state.wildcards.insert((function, hash(name)));
            }
        }
    }
    state.wildcards.contains(&(function, hash(name)))
}

fn report<'a>(origin: Node<'a>, call: Node<'a>, ctx: &mut Context<'a, '_, State>) {
    let what = format_args!("{} lets pages of every origin read the answer", snippet(call));
    let fix = "Allow the origins of your own pages by name";
    ctx.report(origin, "missingCorsCheck", Level::High, what, fix);
}
