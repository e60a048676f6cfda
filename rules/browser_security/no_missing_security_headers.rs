use documented::Documented;
use oxc_syntax::node::NodeId;
use rustc_hash::FxHashSet;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    engine::{Context, Filters, Level, Meta, Rule, is_test_file, shorten, snippet},
    estree::{Around, AstType, Kind, Node, Tree},
};

/// Finds functions that set headers, but not those that protect a page.
///
/// ## Why
///
/// Without `Content-Security-Policy`, `X-Frame-Options` and `X-Content-Type-Options` the browser allows what a page
/// hardly ever needs: injected scripts, frames around it, guessed types.
///
/// ## What is found
///
/// The first call of a method named `setHeader`, `header` or `set` in each function is found, unless all three are set
/// by such calls that are statements of the function (or of functions that it declares), and of the text outside of
/// functions likewise.
///
/// ## Example
///
/// ```js
/// res.setHeader('Cache-Control', 'no-store');      // found, if it stays at that
/// ```
///
/// ## Limits
///
/// What is set in an `if` or by a middleware does not count.
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoMissingSecurityHeaders(Options);

#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    /// The headers that must be set, to the letter.
    required_headers: Vec<String>,
    /// Leaves test files alone: `*.test.js`, `*.spec.ts` and the like.
    ignore_in_tests: bool,
}

impl Default for Options {
    fn default() -> Self {
        let required = ["Content-Security-Policy", "X-Frame-Options", "X-Content-Type-Options"];
        Self { required_headers: required.map(String::from).into(), ignore_in_tests: true }
    }
}

#[derive(Default)]
pub(super) struct State {
    function: Around<NodeId>,
    /// The functions of which a call was looked at, and the program.
    seen: FxHashSet<NodeId>,
    /// When first needed: the functions, blocks and the program that set a required header, with its place among these.
    set: Option<FxHashSet<(NodeId, usize)>>,
}

impl Rule for NoMissingSecurityHeaders {
    const META: Meta = Meta {
        id: "browser-security/no-missing-security-headers",
        cwe: 693,
        owasp: "A05:2021 Security Misconfiguration",
        cvss: 5.3,
        on: &[AstType::CallExpression],
        filters: Filters { calls: &["header", "set", "setHeader"], ..Filters::NONE },
        messages: &["missingSecurityHeader"],
    };

    type Options = Options;
    type State = State;

    fn new(options: Options) -> Result<Self, String> {
        Ok(Self(options))
    }

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        if !sets_header(call) || self.0.ignore_in_tests && is_test_file(ctx.path()) {
            return;
        }
        let tree = ctx.tree();
        let State { function, seen, set } = &mut *ctx.state;
        let function = function.nearest(call, |node| node.is_function().then(|| node.id())).unwrap_or(NodeId::ROOT);
        if !seen.insert(function) {
            return;
        }
        let set = set.get_or_insert_with(|| self.headers_set_in(tree));
        let headers = self.0.required_headers.iter().enumerate();
        let missing: Vec<_> = headers.filter(|&(place, _)| !set.contains(&(function, place))).collect();
        if !missing.is_empty() {
            let missing: Vec<_> = missing.into_iter().map(|(_, header)| &**header).collect();
            let missing = missing.join(", ");
            let what = format_args!("{} is set, but not {}", snippet(call), shorten(&missing));
            ctx.report(call, "missingSecurityHeader", Level::Medium, what, "Set them all at once: app.use(helmet())");
        }
    }
}

impl NoMissingSecurityHeaders {
    /// Returns which functions, blocks and so on set which of the required headers, by a statement of their own or of a
    /// function that they declare.
    fn headers_set_in<'a>(&self, tree: &'a Tree<'a>) -> FxHashSet<(NodeId, usize)> {
        let mut set = FxHashSet::default();
        for call in tree.nodes_of([Kind::CallExpression]).filter(|&call| sets_header(call)) {
            let Some(name) = call.argument_at(0).and_then(Node::literal).map(|name| name.to_text()) else { continue };
            let required = self.0.required_headers.iter().enumerate().filter(|(_, header)| **header == *name);
            for (place, _) in required {
                let mut node = call;
                while let Some(parent) = node.parent().filter(|&parent| runs(parent, node)) {
                    if !set.insert((parent.id(), place)) {
                        // The code around it has the header from before.
                        break;
                    }
                    node = parent;
                }
            }
        }
        set
    }
}

fn sets_header(call: Node<'_>) -> bool {
    matches!(call.callee_method(), Some("header" | "set" | "setHeader"))
}

/// Returns whether a node holds another as a statement, or as the body of a function.
fn runs<'a>(node: Node<'a>, inner: Node<'a>) -> bool {
    match node.kind() {
        Kind::BlockStatement | Kind::ExpressionStatement | Kind::Program => true,
        _ => node.is_function() && node.body() == Some(inner),
    }
}
