use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, TestOptions, snippet},
    estree::{AstType, Kind, Node},
};

/// Finds service workers whose address is put together at run time.
///
/// ## Why
///
/// A service worker answers every request of the site and outlives the page. Whoever can make another script the
/// worker holds the site until it is unregistered.
///
/// ## What is found
///
/// The first argument of `….serviceWorker.register(…)` is looked at: anything but a literal is found.
///
/// ## Example
///
/// ```js
/// navigator.serviceWorker.register(config.worker);      // found
/// navigator.serviceWorker.register('/sw.js');           // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct NoDynamicServiceWorkerUrl(TestOptions<true>);

impl StatelessRule for NoDynamicServiceWorkerUrl {
    const META: Meta = Meta {
        id: "browser-security/no-dynamic-service-worker-url",
        cwe: 829,
        owasp: "A08:2021 Software and Data Integrity Failures",
        cvss: 8.1,
        on: &[AstType::CallExpression],
        filters: Filters { calls: &["register"], required_words: &[&["serviceWorker"]], ..Filters::NONE },
        messages: &["dynamicSwUrl"],
    };

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_>) {
        let Some(callee) = call.callee().filter(|callee| callee.property_identifier() == Some("register")) else {
            return;
        };
        let is_container = callee.object().and_then(Node::property_identifier) == Some("serviceWorker");
        let Some(script) = call.argument_at(0).filter(|_| is_container) else { return };
        if !script.is(Kind::Literal) && !self.0.allow(ctx.path()) {
            let what = format_args!("{} registers whatever script {} names", snippet(call), snippet(script));
            let fix = "Write the path of the worker as a string: register('/sw.js')";
            ctx.report(call, "dynamicSwUrl", Level::High, what, fix);
        }
    }
}
