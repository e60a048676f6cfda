use documented::Documented;

use super::helpers::{LastHandler, message_event, reads_event};
use crate::{
    engine::{Context, Filters, Level, Meta, Rule, TestOptions, snippet},
    estree::{AstType, Kind, Node},
};

/// Finds messages of a WebSocket that are run as code.
///
/// ## Why
///
/// Whoever can make the server send a message, or sit between, then runs code on every client.
///
/// ## What is found
///
/// Looked at is the function assigned to `….onmessage` or handed to `….addEventListener('message', event => …)`: calls
/// of `eval` and `Function`, and `new Function`, with the event or a property of it as an argument.
///
/// ## Example
///
/// ```js
/// socket.onmessage = (event) => {
///   eval(event.data);                                // found
///   actions[JSON.parse(event.data).action]?.();      // fine
/// };
/// ```
///
/// ## Limits
///
/// After a handler that is nested in the function nothing more is found.
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoWebsocketEval(TestOptions<true>);

impl Rule for NoWebsocketEval {
    const META: Meta = Meta {
        id: "browser-security/no-websocket-eval",
        cwe: 95,
        owasp: "A03:2021 Injection",
        cvss: 9.8,
        on: &[AstType::AssignmentExpression, AstType::CallExpression, AstType::NewExpression],
        filters: Filters {
            calls: &["Function", "addEventListener", "eval"],
            required_words: &[&["addEventListener", "onmessage"], &["eval", "Function"]],
            ..Filters::NONE
        },
        messages: &["evalWithWsData"],
    };

    type Options = TestOptions<true>;
    type State = LastHandler;

    fn new(options: TestOptions<true>) -> Result<Self, String> {
        Ok(Self(options))
    }

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, LastHandler>) {
        if self.0.allow(ctx.path()) {
            return;
        }
        let Some(event) = ctx.state.event_at(node, message_event) else { return };
        let runs_code = match node.callee_name() {
            Some("Function") => true,
            Some("eval") => node.is(Kind::CallExpression),
            _ => false,
        };
        if runs_code && node.arguments().iter().any(|argument| reads_event(argument, event)) {
            let what = format_args!("{} runs a received message as code", snippet(node));
            let fix = "Parse the message with JSON.parse and choose the action from a table by its name";
            ctx.report(node, "evalWithWsData", Level::Critical, what, fix);
        }
    }
}
