use documented::Documented;

use crate::{
    engine::{Context, Filters, Level, Meta, Needles, Rule, shorten, snippet},
    estree::{AstType, Literal, Node, to_lower_case},
};

/// Finds passwords, tokens and card numbers that are put into a cache.
///
/// Caches are shared, are rarely encrypted and keep what was put there when the session is over.
///
/// Found are `….set(key, …)`, `….put(key, …)` and `….store(key, …)`, whatever the object, where the key is a literal that
/// holds `password`, `token`, `credit` or `ssn`. ESLint's rule fails on a key that is `null`; here that is fine.
///
/// ```js
/// cache.set('user:password', user.password);      // found
/// cache.set('user:name', user.name);              // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub struct NoSensitiveDataInCache;

static SENSITIVE: Needles = Needles::new(&["credit", "password", "ssn", "token"]);

impl Rule for NoSensitiveDataInCache {
    const META: Meta = Meta {
        id: "browser-security/no-sensitive-data-in-cache",
        cwe: 524,
        owasp: "A04:2021 Insecure Design",
        cvss: 5.5,
        on: &[AstType::CallExpression],
        filters: Filters { calls: &["put", "set", "store"], ..Filters::NONE },
        messages: &["violationDetected"],
    };

    type Options = ();
    type State = ();

    fn new((): ()) -> Result<Self, String> {
        Ok(Self)
    }

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_, ()>) {
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
