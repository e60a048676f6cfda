use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    engine::{Context, Filters, Level, Meta, Pattern, StatelessRule, TestOptions, snippet},
    estree::{AstType, Kind, Literal, Node},
};

/// Finds routes that take very long to match, or match more than meant.
///
/// ## Why
///
/// Express matches every request's path against them. A repetition within a repetition takes time that
/// doubles with each character of the path, so that one request stops the server.
///
/// ## What is found
///
/// The first argument of `get`, `post`, `put`, `patch`, `delete`, `all` and `use` is looked at, on whatever
/// object. A regular expression and `new RegExp` of a string are found with a repeated group that holds a
/// repetition or alternatives, with two repetitions in a row, and with a back-reference after a repeated
/// group. A string is found with a parameter that repeats: `:path+`, `:path*`.
///
/// ## Example
///
/// ```js
/// app.get(/^\/(\w+\/?)+$/, show);         // found
/// app.get('/files/:path*', show);         // found
/// app.get('/files/:folder/:name', show);  // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct NoExpressUnsafeRegexRoute(TestOptions<false>);

/// A repeated group with a repetition or alternatives in it, repetitions in a row, a back-reference after a repeated
/// group.
static SLOW: Pattern = Pattern::new(r"\([^)]*[+*|][^)]*\)[+*]|[+*]{2,}|\([^)]+\)[+*].*\\[1-9]");

static REPEATED_PARAMETER: Pattern = Pattern::new(r":[a-zA-Z_][a-zA-Z0-9_]*[+*]").holding(&[":"]);

impl StatelessRule for NoExpressUnsafeRegexRoute {
    const META: Meta = Meta {
        id: "express-security/no-express-unsafe-regex-route",
        cwe: 1333,
        owasp: "A04:2021 Insecure Design",
        cvss: 7.5,
        on: &[AstType::CallExpression],
        filters: Filters { calls: &["all", "delete", "get", "patch", "post", "put", "use"], ..Filters::NONE },
        messages: &["unsafeRegexRoute", "unsafeParamPattern"],
    };

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_>) {
        if !matches!(call.callee_method(), Some("all" | "delete" | "get" | "patch" | "post" | "put" | "use")) {
            return;
        }
        let Some(route) = call.argument_at(0).filter(|_| !self.0.allow(ctx.path())) else { return };
        let expression = match route.literal() {
            Some(Literal::RegExp { pattern, .. }) => Some(pattern),
            Some(Literal::String(path)) if REPEATED_PARAMETER.is_match(path) => {
                let what =
                    format_args!("The route {} has a parameter that takes any number of segments", snippet(route));
                let fix = "Write a parameter for each segment, /:folder/:name, without + or *";
                ctx.report(route, "unsafeParamPattern", Level::Medium, what, fix);
                return;
            }
            _ if route.is(Kind::NewExpression) && route.callee_name() == Some("RegExp") => {
                route.argument_at(0).and_then(Node::string)
            }
            _ => None,
        };
        if expression.is_some_and(|pattern| SLOW.is_match(pattern)) {
            let what = format_args!("The route {} can take very long to match a path made for it", snippet(route));
            let fix = "Repeat no group that repeats or offers alternatives within; better, use a path with parameters";
            ctx.report(route, "unsafeRegexRoute", Level::High, what, fix);
        }
    }
}
