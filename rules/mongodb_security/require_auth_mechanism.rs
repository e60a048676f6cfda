use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{CONNECTS, calls_method, properties};
use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, TestOptions, snippet},
    estree::{AstType, Kind, Node},
};

/// Finds connections that leave open how they log in.
///
/// ## Why
///
/// Without a mechanism in the options the driver takes what the server offers, and somebody between the
/// two can make that a weak one.
///
/// ## What is found
///
/// Calls of `connect` and `createConnection` are looked at, whatever they are called on: a second argument
/// that is an object without `authMechanism` is found, and so is none at all. Options that are not written
/// out are fine.
///
/// ## Example
///
/// ```js
/// await mongoose.connect(uri);                                              // found
/// await mongoose.connect(uri, { authMechanism: 'SCRAM-SHA-256' });          // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct RequireAuthMechanism(TestOptions<true>);

impl StatelessRule for RequireAuthMechanism {
    const META: Meta = Meta {
        id: "mongodb-security/require-auth-mechanism",
        cwe: 287,
        owasp: "A07:2021 Identification and Authentication Failures",
        cvss: 6.5,
        on: &[AstType::CallExpression],
        filters: Filters { calls: CONNECTS, ..Filters::NONE },
        messages: &["requireAuthMechanism"],
    };

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_>) {
        if !calls_method(call, CONNECTS) || self.0.allow(ctx.path()) {
            return;
        }
        let says_how = call.argument_at(1).is_some_and(|options| {
            !options.is(Kind::ObjectExpression)
                || properties(Some(options)).any(|property| property.key_text().as_deref() == Some("authMechanism"))
        });
        if !says_how {
            let callee = call.callee().unwrap_or(call);
            let what = format_args!("{}(…) leaves the mechanism that it logs in by to the server", snippet(callee));
            let fix = "Name it in the options, the second argument: { authMechanism: 'SCRAM-SHA-256' }";
            ctx.report(call, "requireAuthMechanism", Level::Medium, what, fix);
        }
    }
}
