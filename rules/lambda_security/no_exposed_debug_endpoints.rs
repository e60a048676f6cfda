use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    engine::{Context, Filters, Level, Meta, Rule, lower_cased, snippet, words},
    estree::{Around, AstType, Kind, Node, to_lower_case},
};

/// Finds paths for debugging, administration and tests.
///
/// ## Why
///
/// They show or change what no visitor may, and are often written in haste, without a check, for the time
/// being.
///
/// ## What is found
///
/// Found are: a string that a `path` has, with one of the paths in it, within a property `http` or `httpApi`
/// (the Serverless framework's configuration); a string with one in it that is compared to the `path`,
/// `rawPath`, `resource` or `routeKey` of `event` or `evt`; and anywhere else a string that is one of the
/// paths and nothing more, unless a `path` has it or it stands beside a member of `event` or `evt`. Upper and
/// lower case are alike.
///
/// ## Example
///
/// ```js
/// if (event.rawPath === '/debug/state') return dumpState();    // found
/// if (event.rawPath === '/orders') return orders(event);       // fine
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

impl Rule for NoExposedDebugEndpoints {
    const META: Meta = Meta {
        id: "lambda-security/no-exposed-debug-endpoints",
        cwe: 489,
        owasp: "A05:2021 Security Misconfiguration",
        cvss: 7.5,
        on: &[AstType::StringLiteral],
        filters: Filters {
            string_bytes: b"/",
            required_words: &[&["admin", "debug", "health", "test"]],
            ..Filters::NONE
        },
        messages: &["violationDetected"],
    };

    type Options = Options;
    /// The memo of whether a node is, or is in, a property `http` or `httpApi`.
    type State = Around;

    fn new(options: Options) -> Result<Self, String> {
        let endpoints = options.endpoints.unwrap_or_else(|| words(ENDPOINTS));
        Ok(Self { endpoints: lower_cased(&endpoints), ignore_files: options.ignore_files })
    }

    fn check<'a>(&self, literal: Node<'a>, ctx: &mut Context<'a, '_, Around>) {
        let Some(text) = literal.string().map(to_lower_case) else { return };
        if !self.endpoints.iter().any(|endpoint| text.contains(endpoint.as_str()))
            || self.ignore_files.iter().any(|part| ctx.path().contains(part.as_str()))
        {
            return;
        }
        let is_one = self.endpoints.iter().any(|endpoint| *endpoint == text);
        let parent = literal.parent();
        let found_with_parent = match parent.filter(|parent| is_path(*parent) || is_comparison(*parent)) {
            Some(property) if property.is(Kind::Property) => {
                property.value() == Some(literal)
                    && property.parent().is_some_and(|object| ctx.state.any(object, is_http))
            }
            Some(comparison) => other_side(comparison, literal).is_some_and(is_event_path),
            None => false,
        };
        let beside = parent.filter(|parent| parent.is(Kind::BinaryExpression));
        let is_left_out = parent.is_some_and(is_path)
            || beside.and_then(|parent| other_side(parent, literal)).is_some_and(is_event_member);
        let report = |ctx: &mut Context<'a, '_, Around>, found_at: Node<'a>| {
            let what = format_args!("The endpoint {} is for those who run the function", snippet(literal));
            let fix = "Leave it out in production, or check who is asking before anything else";
            ctx.report(literal, "violationDetected", Level::High, what, fix).found_at(found_at);
        };
        if found_with_parent {
            report(ctx, parent.unwrap_or(literal));
        }
        if is_one && !is_left_out {
            report(ctx, literal);
        }
    }
}

/// Returns whether a node is a property with the key `path`.
fn is_path(node: Node<'_>) -> bool {
    node.is(Kind::Property) && node.key_identifier() == Some("path")
}

fn is_http(node: Node<'_>) -> bool {
    node.is(Kind::Property) && matches!(node.key_identifier(), Some("http" | "httpApi"))
}

fn is_comparison(node: Node<'_>) -> bool {
    node.is(Kind::BinaryExpression) && matches!(node.operator(), Some("==" | "===" | "!=" | "!=="))
}

fn other_side<'a>(operation: Node<'a>, side: Node<'a>) -> Option<Node<'a>> {
    if operation.left() == Some(side) { operation.right() } else { operation.left() }
}

fn is_event_member(node: Node<'_>) -> bool {
    node.is(Kind::MemberExpression) && matches!(node.object().and_then(Node::identifier), Some("event" | "evt"))
}

fn is_event_path(node: Node<'_>) -> bool {
    is_event_member(node) && matches!(node.property_identifier(), Some("path" | "rawPath" | "resource" | "routeKey"))
}
