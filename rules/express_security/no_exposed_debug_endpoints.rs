use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    engine::{Context, Filters, Level, Meta, Rule, lower_cased, snippet, words},
    estree::{AstType, Kind, Node, to_lower_case},
};

/// Finds routes for debugging, administration and tests.
///
/// ## Why
///
/// They show or change what no visitor may, and are often written in haste, without a log-in, for the
/// time being.
///
/// ## What is found
///
/// The first argument of `get`, `post` and `use` on `app`, `router` or `express` is found where it is a
/// string that holds one of the paths, upper or lower case. Anywhere else a string is found that is one of
/// the paths and nothing more.
///
/// ## Example
///
/// ```js
/// app.get('/debug/state', dumpState);         // found
/// const prefix = '/admin';                    // found
/// app.get('/orders', requireLogin, orders);   // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoExposedDebugEndpoints {
    /// In lower case.
    endpoints: Vec<String>,
    ignore_files: Vec<String>,
}

#[derive(Default, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    /// The paths that are found, upper or lower case; by default `/debug`, `/__debug__`, `/admin`, `/_admin`, `/test`
    /// and `/health`.
    endpoints: Option<Vec<String>>,
    /// Parts of the names of files that are left alone.
    ignore_files: Vec<String>,
}

const ENDPOINTS: &[&str] = &["/__debug__", "/_admin", "/admin", "/debug", "/health", "/test"];

const METHODS: &[&str] = &["get", "post", "use"];

impl Rule for NoExposedDebugEndpoints {
    const META: Meta = Meta {
        id: "express-security/no-exposed-debug-endpoints",
        cwe: 489,
        owasp: "A05:2021 Security Misconfiguration",
        cvss: 7.5,
        on: &[AstType::CallExpression, AstType::StringLiteral],
        filters: Filters {
            calls: METHODS,
            string_bytes: b"/",
            required_words: &[&["admin", "debug", "health", "test"]],
            ..Filters::NONE
        },
        messages: &["violationDetected"],
    };

    type Options = Options;
    type State = ();

    fn new(options: Options) -> Result<Self, String> {
        let endpoints = options.endpoints.unwrap_or_else(|| words(ENDPOINTS));
        Ok(Self { endpoints: lower_cased(&endpoints), ignore_files: options.ignore_files })
    }

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, ()>) {
        let found = if node.is(Kind::CallExpression) {
            if !is_route(node) {
                return;
            }
            node.argument_at(0).filter(|path| path.string().is_some_and(|path| self.is_within(path)))
        } else {
            Some(node).filter(|node| node.string().is_some_and(|text| self.is_one(text)) && !is_path_of_route(*node))
        };
        let Some(path) = found else { return };
        if !self.ignore_files.iter().any(|part| ctx.path().contains(part.as_str())) {
            let what = format_args!("The endpoint {} is for those who run the application", snippet(path));
            let fix = "Leave it out in production, or put a check of who is asking before its handler";
            ctx.report(path, "violationDetected", Level::High, what, fix);
        }
    }
}

impl NoExposedDebugEndpoints {
    fn is_within(&self, path: &str) -> bool {
        let path = to_lower_case(path);
        self.endpoints.iter().any(|endpoint| path.contains(endpoint.as_str()))
    }

    fn is_one(&self, text: &str) -> bool {
        let text = to_lower_case(text);
        self.endpoints.iter().any(|endpoint| *endpoint == text)
    }
}

fn is_route(call: Node<'_>) -> bool {
    call.callee().is_some_and(|callee| {
        matches!(callee.object().and_then(Node::identifier), Some("app" | "express" | "router"))
            && callee.property_identifier().is_some_and(|method| METHODS.contains(&method))
    })
}

/// Returns whether a literal is the path of a route, which is found with the call.
fn is_path_of_route(literal: Node<'_>) -> bool {
    literal.parent().is_some_and(|parent| {
        parent.is(Kind::CallExpression) && parent.argument_at(0) == Some(literal) && is_route(parent)
    })
}
