use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    engine::{Context, Filters, Level, Meta, Needles, StatelessRule, snippet},
    estree::{AstType, Kind, Node, to_lower_case},
};

/// Finds decisions about who may do what that are made in the browser.
///
/// ## Why
///
/// Whoever uses the page can change its code and its storage, so that such a decision protects nothing.
///
/// ## What is found
///
/// Found are `if` statements that ask `localStorage.getItem(…)` for something named after a role (`admin`, `role`,
/// `authenticated`, `authorized`), and those that compare a property `password`, `secret` or `token`.
///
/// ## Example
///
/// ```js
/// if (localStorage.getItem('isAdmin')) showPanel();                    // found
/// if (form.password === user.password) login(user);                    // found
/// if ((await fetch('/api/admin/session')).ok) showPanel();             // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct NoClientSideAuthLogic;

/// The words that a key holds that is about roles.
static ROLES: Needles = Needles::new(&["admin", "authenticated", "authorized", "role"]);

impl StatelessRule for NoClientSideAuthLogic {
    const META: Meta = Meta {
        id: "browser-security/no-client-side-auth-logic",
        cwe: 602,
        owasp: "A04:2021 Insecure Design",
        cvss: 8.1,
        on: &[AstType::IfStatement],
        filters: Filters { required_words: &[&["localStorage", "password", "secret", "token"]], ..Filters::NONE },
        messages: &["violationDetected"],
    };

    fn check<'a>(&self, statement: Node<'a>, ctx: &mut Context<'a, '_>) {
        let Some(test) = statement.test() else { return };
        let decides = match test.kind() {
            Kind::CallExpression => asks_for_role(test),
            Kind::BinaryExpression => [test.left(), test.right()].into_iter().flatten().any(is_secret),
            _ => false,
        };
        if decides {
            let what = format_args!("{} is decided in the browser, where anybody can change it", snippet(test));
            let fix = "Let the server decide, with every request, from a session that it checks";
            ctx.report(statement, "violationDetected", Level::High, what, fix);
        }
    }
}

fn asks_for_role(call: Node<'_>) -> bool {
    let is_get = call.callee_method_of("localStorage") == Some("getItem");
    let key = call.argument_at(0).filter(|_| is_get).and_then(Node::literal);
    key.is_some_and(|key| ROLES.is_in(&to_lower_case(&key.to_text())))
}

fn is_secret(side: Node<'_>) -> bool {
    matches!(side.property_identifier(), Some("password" | "secret" | "token"))
}
