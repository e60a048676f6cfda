use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    engine::{Context, Filters, Level, Meta, Needles, StatelessRule, TestOptions, shorten, snippet},
    estree::{AstType, Kind, Node},
};

/// Finds passwords, keys and card numbers that are put into IndexedDB.
///
/// ## Why
///
/// Every script on the page can read the database, and it stays on the disk, unencrypted, when the page is closed.
///
/// ## What is found
///
/// Looked at are the name that `….createObjectStore('name')` is given, and the names of the properties in an object
/// handed to `….add({ … })` or `….put({ … })`: each that is sensitive is a finding of its own.
///
/// ## Example
///
/// ```js
/// store.put({ id: user.id, password: form.password });      // found
/// store.put({ id: user.id, theme: form.theme });            // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct NoSensitiveIndexeddb(TestOptions<true>);

/// The words that the name of a store or of a property holds that is sensitive.
static SENSITIVE: Needles = Needles::ignoring_case(&[
    "access-token",
    "access_token",
    "accesstoken",
    "api-key",
    "api_key",
    "apikey",
    "auth-token",
    "auth_token",
    "authtoken",
    "credential",
    "credit-card",
    "credit_card",
    "creditcard",
    "encryption-key",
    "encryption_key",
    "encryptionkey",
    "password",
    "private-key",
    "private_key",
    "privatekey",
    "secret",
    "ssn",
]);

impl StatelessRule for NoSensitiveIndexeddb {
    const META: Meta = Meta {
        id: "browser-security/no-sensitive-indexeddb",
        cwe: 922,
        owasp: "A02:2021 Cryptographic Failures",
        cvss: 7.5,
        on: &[AstType::CallExpression],
        filters: Filters { calls: &["add", "createObjectStore", "put"], ..Filters::NONE },
        messages: &["sensitiveInIndexedDB"],
    };

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_>) {
        let Some(method @ ("add" | "createObjectStore" | "put")) = call.callee_method() else { return };
        let Some(argument) = call.argument_at(0) else { return };
        if self.0.allow(ctx.path()) {
            return;
        }
        if method == "createObjectStore" {
            if let Some(name) = argument.string().filter(|name| SENSITIVE.is_in(name)) {
                let what = format_args!("the store {} is readable by every script on the page", shorten(name));
                report(call, what, ctx);
            }
        } else if argument.is(Kind::ObjectExpression) {
            for name in argument.properties().iter().filter_map(Node::key_identifier) {
                if SENSITIVE.is_in(name) {
                    let what = format_args!("{} stores {name} where every script can read it", snippet(call));
                    report(call, what, ctx);
                }
            }
        }
    }
}

fn report<'a>(call: Node<'a>, what: std::fmt::Arguments<'_>, ctx: &mut Context<'a, '_, ()>) {
    let fix = "Keep it on the server, or encrypt it with crypto.subtle.encrypt before it is stored";
    ctx.report(call, "sensitiveInIndexedDB", Level::High, what, fix);
}
