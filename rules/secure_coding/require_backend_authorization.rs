use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, snippet},
    estree::{AstType, Kind, Node},
};

/// Finds decisions on access that look at a role or flag of an object at hand.
///
/// ## Why
///
/// What the browser decides the user decides: whoever opens the developer tools sets `isAdmin` to true.
/// An `if` around a button is no protection of what the button does. The server has to ask for itself,
/// on each request, on the ground of its own session.
///
/// ## What is found
///
/// An `if` is found whose condition reads `role`, `isAdmin`, `isAuthenticated`, `permissions` or `admin`
/// of some object, alone or as one side of a comparison.
///
/// ## Example
///
/// ```js
/// if (user.role === 'admin') showUsers();           // found
/// if (await api.can('users:list')) showUsers();     // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct RequireBackendAuthorization;

const PROPERTIES: &[&str] = &["admin", "isAdmin", "isAuthenticated", "permissions", "role"];

impl StatelessRule for RequireBackendAuthorization {
    const META: Meta = Meta {
        id: "secure-coding/require-backend-authorization",
        cwe: 602,
        owasp: "A01:2021 Broken Access Control",
        cvss: 8.2,
        on: &[AstType::IfStatement],
        filters: Filters::NONE,
        messages: &["violationDetected"],
    };

    fn check<'a>(&self, statement: Node<'a>, ctx: &mut Context<'a, '_>) {
        let Some(test) = statement.test() else { return };
        let read = match test.kind() {
            Kind::BinaryExpression => {
                [test.left(), test.right()].into_iter().flatten().find(|&side| reads_authorization(side))
            }
            Kind::MemberExpression => Some(test).filter(|&test| reads_authorization(test)),
            _ => None,
        };
        if let Some(read) = read {
            let what = format_args!("{} decides on access where the user can change it", snippet(read));
            let fix =
                "Check the permission in the server's handler of each protected request; keep this for display only";
            ctx.report(statement, "violationDetected", Level::Critical, what, fix);
        }
    }
}

fn reads_authorization(node: Node<'_>) -> bool {
    node.is(Kind::MemberExpression) && node.property_identifier().is_some_and(|name| PROPERTIES.contains(&name))
}
