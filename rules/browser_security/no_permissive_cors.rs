use documented::Documented;

use super::helpers::wildcard_origin;
use crate::{
    engine::{Context, Filters, Level, Meta, Rule, snippet},
    estree::{AstType, Kind, Node},
};

/// Finds answers that pages of any origin may read.
///
/// With `Access-Control-Allow-Origin: *` every page that a user visits can ask the server from the user's network and
/// read what it says.
///
/// Found are `….setHeader('Access-Control-Allow-Origin', '*')` and `cors({ origin: '*' })`.
///
/// ```js
/// app.use(cors({ origin: '*' }));                            // found
/// app.use(cors({ origin: 'https://app.example.com' }));      // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub struct NoPermissiveCors;

impl Rule for NoPermissiveCors {
    const META: Meta = Meta {
        id: "browser-security/no-permissive-cors",
        cwe: 942,
        owasp: "A05:2021 Security Misconfiguration",
        cvss: 6.5,
        on: &[AstType::CallExpression],
        filters: Filters { calls: &["cors", "setHeader"], ..Filters::NONE },
        messages: &["violationDetected"],
    };

    type Options = ();
    type State = ();

    fn new((): ()) -> Result<Self, String> {
        Ok(Self)
    }

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_, ()>) {
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
    let origin = options.filter(|_| call.callee_name() == Some("cors")).and_then(|options| {
        // The first of several counts.
        options.properties().iter().find(|property| property.key_identifier() == Some("origin"))
    });
    origin.and_then(wildcard_origin).is_some()
}
