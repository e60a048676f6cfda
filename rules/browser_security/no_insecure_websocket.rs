use documented::Documented;

use crate::{
    engine::{Context, Filters, Level, Meta, Needles, Rule, snippet},
    estree::{AstType, Kind, Node},
};

/// Finds addresses of WebSockets without encryption.
///
/// Everybody on the way can read and change what goes through a `ws://` connection.
///
/// Found are strings that begin with `ws://`, and `new WebSocket(…)` with such a string or with a template whose text
/// holds `ws://`. A string in `new WebSocket(…)` is two findings.
///
/// ```js
/// const socket = new WebSocket('ws://chat.example.com');       // found
/// const socket = new WebSocket('wss://chat.example.com');      // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub struct NoInsecureWebsocket;

static SCHEME: Needles = Needles::new(&["ws://"]);

impl Rule for NoInsecureWebsocket {
    const META: Meta = Meta {
        id: "browser-security/no-insecure-websocket",
        cwe: 319,
        owasp: "A02:2021 Cryptographic Failures",
        cvss: 7.4,
        on: &[AstType::NewExpression, AstType::StringLiteral],
        filters: Filters { calls: &["WebSocket"], string_bytes: b":", ..Filters::NONE },
        messages: &["violationDetected"],
    };

    type Options = ();
    type State = ();

    fn new((): ()) -> Result<Self, String> {
        Ok(Self)
    }

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, ()>) {
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
