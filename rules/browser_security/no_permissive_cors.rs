use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::wildcard_origin;
use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, snippet},
    estree::{AstType, Kind, Node},
};

/// Finds answers that pages of any origin may read.
///
/// ## Why
///
/// With `Access-Control-Allow-Origin: *` every page that a user visits can ask the server from the user's network and
/// read what it says.
///
/// ## What is found
///
/// Found are `….setHeader('Access-Control-Allow-Origin', '*')` and `cors({ origin: '*' })`.
///
/// ## Example
///
/// ```js
/// app.use(cors({ origin: '*' }));                            // found
/// app.use(cors({ origin: 'https://app.example.com' }));      // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct NoPermissiveCors;

impl StatelessRule for NoPermissiveCors {
    const META: Meta = Meta {
        id: "browser-security/no-permissive-cors",
        cwe: 942,
        owasp: "A05:2021 Security Misconfiguration",
        cvss: 6.5,
        on: &[AstType::CallExpression],
        filters: Filters { calls: &["cors", "setHeader"], ..Filters::NONE },
        messages: &["violationDetected"],
    };

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_>) {
        if allows_any_by_header(call) || allows_any_by_option(call) {
            let what = format_args!("{} lets pages of every origin read the answer", snippet(call));
            let fix = "Allow the origins of your own pages by name";
            ctx.report(call, "violationDetected", Level::High, what, fix);
        }
    }
}

fn allows_any_by_header(call: Node<'_>) -> bool {
    let argument = |index| call.argument_at(index).and_then(Node::string);
    call.callee_method() == Some("setHeader")
        && argument(0) == Some("Access-Control-Allow-Origin")
        && argument(1) == Some("*")
}

fn allows_any_by_option(call: Node<'_>) -> bool {
    let options = call.argument_at(0).filter(|options| options.is(Kind::ObjectExpression));
    let origin =
        options.filter(|_| call.callee_name() == Some("cors")).and_then(|options| options.property_named(&["origin"]));
    origin.and_then(wildcard_origin).is_some()
}
