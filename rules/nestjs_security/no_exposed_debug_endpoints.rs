use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::ROUTES;
use crate::{
    engine::{Context, Filters, Level, Meta, Rule, lower_cased, snippet, words},
    estree::{AstType, Kind, Node, to_lower_case},
};

/// Finds routes for debugging, administration and tests.
///
/// ## Why
///
/// They show or change what no visitor may, and are often written in haste, without a guard, for the time
/// being.
///
/// ## What is found
///
/// The path of `@Get`, `@Post` and the other decorators of routes is found where it is a string that holds
/// one of the words, upper or lower case. Anywhere else a string is found that is one of the words and
/// nothing more, with a `/` before it or without, so that `import … from 'test'` is found too.
///
/// ## Example
///
/// ```ts
/// @Get('debug/state') dump() {}     // found
/// const role = 'admin';             // found
/// @Get('orders') list() {}          // fine
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
    /// The words that are found, upper or lower case; by default `debug`, `__debug__`, `admin`, `_admin`, `test` and
    /// `health`.
    endpoints: Option<Vec<String>>,
    /// Parts of the names of files that are left alone.
    ignore_files: Vec<String>,
}

const ENDPOINTS: &[&str] = &["__debug__", "_admin", "admin", "debug", "health", "test"];

impl Rule for NoExposedDebugEndpoints {
    const META: Meta = Meta {
        id: "nestjs-security/no-exposed-debug-endpoints",
        cwe: 489,
        owasp: "A05:2021 Security Misconfiguration",
        cvss: 7.5,
        on: &[AstType::Decorator, AstType::StringLiteral],
        filters: Filters { required_words: &[&["admin", "debug", "health", "test"]], ..Filters::NONE },
        messages: &["violationDetected"],
    };

    type Options = Options;
    type State = ();

    fn new(options: Options) -> Result<Self, String> {
        let endpoints = options.endpoints.unwrap_or_else(|| words(ENDPOINTS));
        Ok(Self { endpoints: lower_cased(&endpoints), ignore_files: options.ignore_files })
    }

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, ()>) {
        let found = if node.is(Kind::Decorator) {
            let path = node.expression().filter(|route| is_route(*route)).and_then(|route| route.argument_at(0));
            path.filter(|path| path.string().is_some_and(|path| self.is_within(path)))
        } else {
            Some(node)
                .filter(|node| node.string().is_some_and(|text| self.is_one(text)) && !is_argument_of_route(*node))
        };
        let Some(path) = found else { return };
        if !self.ignore_files.iter().any(|part| ctx.path().contains(part.as_str())) {
            let what = format_args!("The endpoint {} is for those who run the application", snippet(path));
            let fix = "Leave it out in production, or put @UseGuards(…) before it";
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
        let text = without_slash(&text);
        self.endpoints.iter().any(|endpoint| without_slash(endpoint) == text)
    }
}

fn without_slash(path: &str) -> &str {
    path.strip_prefix('/').unwrap_or(path)
}

fn is_route(call: Node<'_>) -> bool {
    call.is(Kind::CallExpression) && call.callee_name().is_some_and(|name| ROUTES.contains(&name))
}

/// Returns whether a literal is an argument of a route's decorator, where the path is found with the decorator.
fn is_argument_of_route(literal: Node<'_>) -> bool {
    literal
        .parent()
        .is_some_and(|call| is_route(call) && call.parent().is_some_and(|decorator| decorator.is(Kind::Decorator)))
}
