use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    engine::{Context, Edit, Filters, Level, Meta, StatelessRule, TestOptions, snippet},
    estree::{AstType, Kind, Node},
};

/// Finds messages that are sent to whatever page is in the other window.
///
/// ## Why
///
/// With `'*'` as target the browser delivers the message wherever the window has navigated to by then, a
/// page of an attacker included.
///
/// ## What is found
///
/// The second argument of `….postMessage(…)` is looked at: `'*'`, and an object with `targetOrigin: '*'`.
///
/// ## Example
///
/// ```js
/// frame.contentWindow.postMessage({ token }, '*');                               // found
/// frame.contentWindow.postMessage({ token }, 'https://widget.example.com');      // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct NoPostmessageWildcardOrigin(TestOptions<true>);

impl StatelessRule for NoPostmessageWildcardOrigin {
    const META: Meta = Meta {
        id: "browser-security/no-postmessage-wildcard-origin",
        cwe: 346,
        owasp: "A01:2021 Broken Access Control",
        cvss: 6.5,
        on: &[AstType::CallExpression],
        filters: Filters { calls: &["postMessage"], required_words: &[&["postMessage"]], ..Filters::NONE },
        messages: &["wildcardOrigin"],
    };

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_>) {
        if call.callee_method() != Some("postMessage") || self.0.allow(ctx.path()) {
            return;
        }
        let Some(target) = call.argument_at(1) else { return };
        if is_wildcard(target) {
            report(call, target, ctx);
        } else if target.is(Kind::ObjectExpression) {
            let named = target.properties().iter().filter(|it| it.key_identifier() == Some("targetOrigin"));
            for origin in named.filter_map(Node::value).filter(|&origin| is_wildcard(origin)) {
                report(call, origin, ctx);
            }
        }
    }
}

fn is_wildcard(origin: Node<'_>) -> bool {
    origin.string() == Some("*")
}

fn report<'a>(call: Node<'a>, origin: Node<'a>, ctx: &mut Context<'a, '_, ()>) {
    let what = format_args!("{} sends to whatever origin the window shows", snippet(call));
    let fix = "Name the receiver's origin as the target: 'https://…'";
    ctx.report(origin, "wildcardOrigin", Level::High, what, fix).suggest(
        "specifyOrigin",
        "Name an origin in place of the wildcard",
        Edit::replace(origin, "'https://your-domain.com'"),
    );
}
