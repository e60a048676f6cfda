use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{event_parameter, nodes_of_handler};
use crate::{
    engine::{Context, Filters, Level, Meta, Needles, StatelessRule, TestOptions, snippet},
    estree::{AstType, Kind, Node},
};

/// Finds handlers that read or change data without asking who is calling.
///
/// ## Why
///
/// The gateway lets everyone through who has a token, or everyone at all: whether the order is the caller's
/// own is for the function to check.
///
/// ## What is found
///
/// A function is looked at with a parameter `event`, `evt`, `e`, `request` or `req`, and none like it
/// within. Every call of a method such as `query`, `put`, `update`, `delete`, `send`, `invoke` or `getItem`
/// in it is found, unless a member expression in it holds a word that speaks of authorization (`claims`,
/// `authorization`, `userId`, `sub`, `scope` and others, upper or lower case), or it returns an object with the
/// `statusCode` 401 or 403.
///
/// ## Example
///
/// ```js
/// exports.handler = async (event) => table.delete({ Key: event.pathParameters.id });    // found
/// exports.handler = async (event) => {                                                  // fine
///   const { sub } = event.requestContext.authorizer.claims;
///   return table.delete({ Key: event.pathParameters.id, owner: sub });
/// };
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct NoMissingAuthorizationCheck {
    #[serde(flatten)]
    tests: TestOptions<true>,
    /// Accepted for ESLint's sake; nothing reads it.
    handler_patterns: Vec<String>,
}

/// The words of authorization.
static AUTHORIZATION: Needles = Needles::ignoring_case(&[
    "authorization",
    "claims",
    "isadmin",
    "isauthenticated",
    "permissions",
    "principalid",
    "requestcontext.authorizer",
    "requestcontext.identity",
    "scope",
    "sub",
    "userid",
]);

const OPERATIONS: &[&str] = &[
    "create",
    "delete",
    "deleteItem",
    "deleteObject",
    "getItem",
    "getObject",
    "insert",
    "invoke",
    "put",
    "putItem",
    "putObject",
    "query",
    "remove",
    "send",
    "update",
    "updateItem",
];

impl StatelessRule for NoMissingAuthorizationCheck {
    const META: Meta = Meta {
        id: "lambda-security/no-missing-authorization-check",
        cwe: 862,
        owasp: "A01:2021 Broken Access Control",
        cvss: 7.5,
        on: &[AstType::ArrowFunctionExpression, AstType::Function],
        filters: Filters::NONE,
        messages: &["missingAuthCheck"],
    };

    fn check<'a>(&self, function: Node<'a>, ctx: &mut Context<'a, '_>) {
        if !function.is_function() || event_parameter(function).is_none() {
            return;
        }
        let Some(nodes) = nodes_of_handler(function) else { return };
        let operations: Vec<_> = nodes.iter().copied().filter(|&node| is_operation(node)).collect();
        if operations.is_empty()
            || self.tests.allow(ctx.path())
            || nodes.iter().any(|&node| refuses(node))
            || speaks_of_authorization(&nodes, ctx)
        {
            return;
        }
        for operation in operations {
            let what = format_args!(
                "The handler calls {} and never asks whether the caller may",
                operation.callee().map(snippet).unwrap_or_default()
            );
            let fix = "Take the caller's id from event.requestContext.authorizer.claims, and answer 401 or 403 where \
                       it may not";
            // ESLint's rule reports when it leaves the function.
            let last = nodes.last().copied().unwrap_or(function);
            ctx.report(operation, "missingAuthCheck", Level::High, what, fix).found_at(last);
        }
    }
}

fn is_operation(node: Node<'_>) -> bool {
    node.is(Kind::CallExpression) && node.callee_method().is_some_and(|method| OPERATIONS.contains(&method))
}

/// Returns whether a node returns an object with the status 401 or 403.
fn refuses(node: Node<'_>) -> bool {
    let is_refusal = |(name, property): (&str, Node<'_>)| {
        let status = property.value().and_then(Node::number).filter(|_| name == "statusCode");
        status.is_some_and(|status| status == 401.0 || status == 403.0)
    };
    let returned = node.argument().filter(|_| node.is(Kind::ReturnStatement));
    returned.is_some_and(|it| it.is(Kind::ObjectExpression) && it.named_properties().any(is_refusal))
}

/// Returns whether the text of a member expression among the nodes speaks of authorization.
fn speaks_of_authorization<'a>(nodes: &[Node<'a>], ctx: &mut Context<'a, '_, ()>) -> bool {
    // One within another holds nothing that the other does not.
    let mut searched = 0;
    nodes.iter().filter(|node| node.is(Kind::MemberExpression)).any(|&member| {
        let span = member.span();
        if span.end <= searched {
            return false;
        }
        searched = span.end;
        ctx.contains(member, &AUTHORIZATION)
    })
}
