use documented::Documented;

use super::helpers::has_property;
use crate::{
    engine::{Context, Filters, Level, Meta, Rule, TestOptions, snippet},
    estree::{AstType, Kind, Node, contains_ignoring_case},
};

/// Finds responses that carry the inside of an error.
///
/// ## Why
///
/// A stack names files, versions and the way to the fault: what an attacker needs to choose the next
/// attempt.
///
/// ## What is found
///
/// Within a returned object with `statusCode`, `body` or `headers` are found: `stack`, `stackTrace`, `trace`,
/// `cause`, `path`, `hostname`, `config`, `env`, `__dirname` and `__filename` of anything, where that is a
/// property's value or an argument, and `JSON.stringify` of a variable with an `e` in its name. Where
/// a `return` within the object ends, the object counts as ended too.
///
/// ## Example
///
/// ```js
/// return { statusCode: 500, body: JSON.stringify({ stack: error.stack }) };      // found
/// return { statusCode: 500, body: JSON.stringify({ message: 'Not now' }) };      // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoExposedErrorDetails(TestOptions<true>);

const DETAILS: &[&str] =
    &["__dirname", "__filename", "cause", "config", "env", "hostname", "path", "stack", "stackTrace", "trace"];

impl Rule for NoExposedErrorDetails {
    const META: Meta = Meta {
        id: "lambda-security/no-exposed-error-details",
        cwe: 209,
        owasp: "A05:2021 Security Misconfiguration",
        cvss: 4.3,
        on: &[
            AstType::CallExpression,
            AstType::ComputedMemberExpression,
            AstType::ReturnStatement,
            AstType::StaticMemberExpression,
        ],
        filters: Filters {
            calls: &["stringify"],
            required_words: &[&["body", "headers", "statusCode"]],
            ..Filters::NONE
        },
        messages: &["exposedErrorDetails"],
    };

    type Options = TestOptions<true>;
    /// The end of the response that the walk is in, or was in last.
    type State = u32;

    fn new(options: TestOptions<true>) -> Result<Self, String> {
        Ok(Self(options))
    }

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, u32>) {
        let span = node.span();
        if node.is(Kind::ReturnStatement) {
            if node.argument().is_some_and(is_response) {
                *ctx.state = span.end;
            } else if span.start < *ctx.state {
                // ESLint's rule holds one state for all: the end of any `return` ends the response.
                *ctx.state = span.end;
            }
            return;
        }
        if span.start >= *ctx.state || !(gives_detail(node) || gives_error(node)) || self.0.allow(ctx.path()) {
            return;
        }
        let what = format_args!("The response tells the client {}", snippet(node));
        let fix = "Answer with a fixed message, and log the error on the server: console.error(error)";
        ctx.report(node, "exposedErrorDetails", Level::Medium, what, fix);
    }
}

/// Returns whether a returned value looks like the response of a function that serves an API.
fn is_response(value: Node<'_>) -> bool {
    value.is(Kind::ObjectExpression) && has_property(value, &["body", "headers", "statusCode"])
}

fn gives_detail(member: Node<'_>) -> bool {
    member.is(Kind::MemberExpression)
        && member.property_identifier().is_some_and(|name| DETAILS.contains(&name))
        && member.parent().is_some_and(|parent| parent.is_any(&[Kind::Property, Kind::CallExpression]))
}

fn gives_error(call: Node<'_>) -> bool {
    call.is(Kind::CallExpression)
        && call.callee_method() == Some("stringify")
        && call.callee().and_then(Node::object).is_some_and(|object| object.is_identifier("JSON"))
        // Every name of an error that ESLint's rule lists has the letter in it, and one is the letter alone.
        && call.argument_at(0).and_then(Node::identifier).is_some_and(|name| contains_ignoring_case(name, "e"))
}
