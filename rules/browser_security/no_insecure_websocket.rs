use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    engine::{Context, Filters, Level, Meta, Needles, StatelessRule, snippet},
    estree::{AstType, Kind, Node},
};

/// Finds addresses of WebSockets without encryption.
///
/// ## Why
///
/// Everybody on the way can read and change what goes through a `ws://` connection.
///
/// ## What is found
///
/// Found are strings that begin with `ws://`, and `new WebSocket(…)` with such a string or with a template whose text
/// holds `ws://`.
///
/// ## Example
///
/// ```js
/// const socket = new WebSocket('ws://chat.example.com');       // found
/// const socket = new WebSocket('wss://chat.example.com');      // fine
/// ```
///
/// ## Limits
///
/// A string in `new WebSocket(…)` is two findings.
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct NoInsecureWebsocket;

static SCHEME: Needles = Needles::new(&["ws://"]);

impl StatelessRule for NoInsecureWebsocket {
    const META: Meta = Meta {
        id: "browser-security/no-insecure-websocket",
        cwe: 319,
        owasp: "A02:2021 Cryptographic Failures",
        cvss: 7.4,
        on: &[AstType::NewExpression, AstType::StringLiteral],
        filters: Filters { calls: &["WebSocket"], string_bytes: b":", ..Filters::NONE },
        messages: &["violationDetected"],
    };

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_>) {
        let is_insecure = if node.is(Kind::NewExpression) {
            let address = node.argument_at(0).filter(|_| node.callee_name() == Some("WebSocket"));
            address.is_some_and(|address| {
                is_insecure(address) || address.is(Kind::TemplateLiteral) && ctx.contains(address, &SCHEME)
            })
        } else {
            is_insecure(node)
        };
        if is_insecure {
            let what = format_args!("{} connects without encryption", snippet(node));
            ctx.report(node, "violationDetected", Level::High, what, "Write wss:// in place of ws://");
        }
    }
}

fn is_insecure(address: Node<'_>) -> bool {
    address.string().is_some_and(|address| address.starts_with("ws://"))
}
