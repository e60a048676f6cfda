use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    engine::{Context, Edit, Filters, Level, Meta, Needles, StatelessRule, TestOptions, snippet},
    estree::{AstType, Kind, Node},
};

/// Finds WebSockets that are opened without encryption.
///
/// ## Why
///
/// Everybody on the way can read and change what goes through a `ws://` connection.
///
/// ## What is found
///
/// The first argument of `new WebSocket(…)` is looked at, where it is a string or a template that begins with
/// `ws://`. The fix writes `wss://`.
///
/// ## Example
///
/// ```js
/// const socket = new WebSocket('ws://chat.example.com');       // found
/// const socket = new WebSocket('wss://chat.example.com');      // fine
/// ```
#[derive(Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct RequireWebsocketWss {
    #[serde(flatten)]
    tests: TestOptions<true>,
    /// Leaves `localhost`, `127.0.0.1`, `0.0.0.0` and `[::1]` alone.
    allow_localhost: bool,
}

impl Default for RequireWebsocketWss {
    fn default() -> Self {
        Self { tests: TestOptions::default(), allow_localhost: true }
    }
}

static LOCAL: Needles = Needles::new(&["://0.0.0.0", "://127.0.0.1", "://[::1]", "://localhost"]);

impl StatelessRule for RequireWebsocketWss {
    const META: Meta = Meta {
        id: "browser-security/require-websocket-wss",
        cwe: 319,
        owasp: "A02:2021 Cryptographic Failures",
        cvss: 7.5,
        on: &[AstType::NewExpression],
        filters: Filters { calls: &["WebSocket"], required_words: &[&["WebSocket"]], ..Filters::NONE },
        messages: &["insecureWebsocket"],
    };

    fn check<'a>(&self, construction: Node<'a>, ctx: &mut Context<'a, '_>) {
        if construction.callee_name() != Some("WebSocket") || self.tests.allow(ctx.path()) {
            return;
        }
        let Some(address) = construction.argument_at(0) else { return };
        let template_begin = address.quasis().first().and_then(Node::raw);
        let Some(begin) = address.string().or(template_begin).filter(|begin| begin.starts_with("ws://")) else {
            return;
        };
        if self.allow_localhost && LOCAL.is_in(begin) {
            return;
        }
        let is_template = address.is(Kind::TemplateLiteral);
        let encrypted = if is_template {
            address.text().replacen("ws://", "wss://", 1)
        } else {
            format!("'{}'", begin.replacen("ws://", "wss://", 1))
        };
        let what = format_args!("{} connects without encryption", snippet(construction));
        let finding = ctx.report(address, "insecureWebsocket", Level::High, what, "Write wss:// in place of ws://");
        if !is_template {
            finding.fix(Edit::replace(address, encrypted.clone()));
        }
        finding.suggest("useWss", "Connect with wss://", Edit::replace(address, encrypted));
    }
}
