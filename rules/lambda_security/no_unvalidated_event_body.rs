use documented::Documented;
use rustc_hash::FxHashSet;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::is_event;
use crate::{
    engine::{Context, Filters, Level, Meta, Rule, TestOptions, snippet},
    estree::{AstType, Kind, Node},
};

/// Finds parts of a request that are used without being validated.
///
/// ## Why
///
/// Whoever sends the request decides what is in it: another type, another shape, a thousand times the
/// size. A schema at the door is one place to get right.
///
/// ## What is found
///
/// `body`, `headers`, `queryStringParameters`, `pathParameters`, `rawPath`, `rawQueryString` and their like
/// are found as members of `event`, `evt`, `e`, `request` or `req`, once a function of the file before has
/// such a parameter. One is fine as an argument of `parse`, `validate`, `safeParse`, `assert` or `is` (so of
/// `JSON.parse` too) and of `console.…`, after `typeof`, as a condition, and with `?.` at it or after it.
/// From the first `….use(validator(…))` or `….use(httpJsonBodyParser(…))` on nothing is found.
///
/// ## Example
///
/// ```js
/// exports.handler = async (event) => store(event.body);                        // found
/// exports.handler = async (event) => store(orderSchema.parse(event.body));     // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoUnvalidatedEventBody(Options);

#[derive(Default, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    #[serde(flatten)]
    tests: TestOptions<true>,
    /// Further members of the event.
    additional_properties: Vec<String>,
}

/// The properties of an event that the sender of a request decides.
const FROM_SENDER: &[&str] = &[
    "body",
    "headers",
    "multiValueHeaders",
    "multiValueQueryStringParameters",
    "pathParameters",
    "queryStringParameters",
    "rawPath",
    "rawQueryString",
];

#[derive(Default)]
pub(super) struct State {
    /// The parameters so far that are named like an event.
    events: FxHashSet<String>,
    /// A middleware so far validates events.
    is_validated: bool,
}

impl Rule for NoUnvalidatedEventBody {
    const META: Meta = Meta {
        id: "lambda-security/no-unvalidated-event-body",
        cwe: 20,
        owasp: "A03:2021 Injection",
        cvss: 8.0,
        on: &[
            AstType::ArrowFunctionExpression,
            AstType::CallExpression,
            AstType::ComputedMemberExpression,
            AstType::Function,
            AstType::StaticMemberExpression,
        ],
        filters: Filters {
            calls: &["use"],
            required_words: &[&["body", "headers", "parameters", "rawPath", "rawQueryString"]],
            ..Filters::NONE
        },
        messages: &["unvalidatedInput"],
    };

    type Options = Options;
    type State = State;

    fn new(options: Options) -> Result<Self, String> {
        Ok(Self(options))
    }

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        if node.is(Kind::MemberExpression) {
            self.check_member(node, ctx);
        } else if node.is(Kind::CallExpression) {
            ctx.state.is_validated |= node.callee_method() == Some("use")
                && node.arguments().iter().any(|argument| {
                    argument.is(Kind::CallExpression)
                        && matches!(argument.callee_name(), Some("httpJsonBodyParser" | "validator"))
                });
        } else if node.is_function() {
            let names = node.params().iter().filter_map(Node::identifier).filter(|name| is_event(name));
            ctx.state.events.extend(names.map(String::from));
        }
    }
}

impl NoUnvalidatedEventBody {
    fn check_member<'a>(&self, member: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        let Some(event) = member.object().and_then(Node::identifier) else { return };
        let Some(part) = member.property_identifier().filter(|part| self.is_from_sender(part)) else { return };
        if ctx.state.is_validated
            || !ctx.state.events.contains(event)
            || is_checked(member)
            || self.0.tests.allow(ctx.path())
        {
            return;
        }
        let what = format_args!("The handler uses {} as the sender wrote it", snippet(member));
        let fix = format_args!("Validate it first, schema.parse({event}.{part}), or with Middy's validator");
        ctx.report(member, "unvalidatedInput", Level::High, what, fix);
    }

    fn is_from_sender(&self, part: &str) -> bool {
        FROM_SENDER.contains(&part) || self.0.additional_properties.iter().any(|additional| additional == part)
    }
}

/// Returns whether a member is validated, only logged, or only asked whether it is there.
fn is_checked(member: Node<'_>) -> bool {
    if member.optional() {
        return true;
    }
    let Some(parent) = member.parent() else { return false };
    match parent.kind() {
        Kind::CallExpression => validates(parent) || is_method_of_console(parent),
        Kind::UnaryExpression => parent.operator() == Some("typeof"),
        Kind::IfStatement | Kind::ConditionalExpression | Kind::ChainExpression => true,
        Kind::MemberExpression => parent.optional(),
        _ => false,
    }
}

fn validates(call: Node<'_>) -> bool {
    matches!(
        call.callee_name().or_else(|| call.callee_method()),
        Some(
            "assert"
                | "httpJsonBodyParser"
                | "is"
                | "parse"
                | "parseAsync"
                | "safeParse"
                | "safeParseAsync"
                | "validate"
                | "validator"
        )
    )
}

fn is_method_of_console(call: Node<'_>) -> bool {
    call.callee().is_some_and(|callee| {
        callee.is(Kind::MemberExpression) && callee.object().is_some_and(|object| object.is_identifier("console"))
    })
}
