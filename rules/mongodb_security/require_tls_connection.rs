use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{CONNECTS, calls_method, properties};
use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, TestOptions, snippet},
    estree::{AstType, Kind, Literal, Node},
};

/// Finds connections that do not ask for encryption.
///
/// ## Why
///
/// Without TLS everything goes over the network as it is: whoever is on the way reads queries, documents
/// and what the connection logs in with.
///
/// ## What is found
///
/// Calls of `connect` and `createConnection` with an argument are looked at, whatever they are called on.
/// Fine is one whose second argument is an object with `tls: true` or `ssl: true`.
///
/// ## Example
///
/// ```js
/// await mongoose.connect(uri, { autoIndex: false });     // found
/// await mongoose.connect(uri, { tls: true });            // fine
/// ```
///
/// ## Limits
///
/// Options that are not written out count as missing, and so does `tls=true` in the address.
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct RequireTlsConnection(TestOptions<true>);

impl StatelessRule for RequireTlsConnection {
    const META: Meta = Meta {
        id: "mongodb-security/require-tls-connection",
        cwe: 295,
        owasp: "A02:2021 Cryptographic Failures",
        cvss: 7.4,
        on: &[AstType::CallExpression],
        filters: Filters { calls: CONNECTS, ..Filters::NONE },
        messages: &["requireTls"],
    };

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_>) {
        if !calls_method(call, CONNECTS) || call.arguments().is_empty() || self.0.allow(ctx.path()) {
            return;
        }
        let options = call.argument_at(1).filter(|options| options.is(Kind::ObjectExpression));
        let asks_for_tls = properties(options).any(|property| {
            matches!(property.key_identifier(), Some("ssl" | "tls"))
                && property.value().and_then(Node::literal) == Some(Literal::Boolean(true))
        });
        if !asks_for_tls {
            let callee = call.callee().unwrap_or(call);
            let what = format_args!("{}(…) does not ask for an encrypted connection", snippet(callee));
            ctx.report(
                call,
                "requireTls",
                Level::High,
                what,
                "Set it in the options, the second argument: { tls: true }",
            );
        }
    }
}
