use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    engine::{Context, Filters, Level, Meta, Needles, StatelessRule, shorten, snippet},
    estree::{AstType, Literal, Node, to_lower_case},
};

/// Finds passwords, tokens and card numbers that are put into a cache.
///
/// ## Why
///
/// Caches are shared, are rarely encrypted and keep what was put there when the session is over.
///
/// ## What is found
///
/// Found are `….set(key, …)`, `….put(key, …)` and `….store(key, …)`, whatever the object, where the key is a literal
/// that holds `password`, `token`, `credit` or `ssn`.
///
/// ## Example
///
/// ```js
/// cache.set('user:password', user.password);      // found
/// cache.set('user:name', user.name);              // fine
/// ```
///
/// ## Limits
///
/// ESLint's rule fails on a key that is `null`; here that is fine.
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct NoSensitiveDataInCache;

static SENSITIVE: Needles = Needles::new(&["credit", "password", "ssn", "token"]);

impl StatelessRule for NoSensitiveDataInCache {
    const META: Meta = Meta {
        id: "browser-security/no-sensitive-data-in-cache",
        cwe: 524,
        owasp: "A04:2021 Insecure Design",
        cvss: 5.5,
        on: &[AstType::CallExpression],
        filters: Filters { calls: &["put", "set", "store"], ..Filters::NONE },
        messages: &["violationDetected"],
    };

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_>) {
        if !matches!(call.callee_method(), Some("put" | "set" | "store")) {
            return;
        }
        let key = call.argument_at(0).and_then(Node::literal).filter(|key| *key != Literal::Null);
        if let Some(key) = key.map(Literal::to_text).filter(|key| SENSITIVE.is_in(&to_lower_case(key))) {
            let what = format_args!("{} caches {}", snippet(call), shorten(&key));
            let fix = "Keep it out of the cache, or encrypt it and let it expire soon";
            ctx.report(call, "violationDetected", Level::High, what, fix);
        }
    }
}
