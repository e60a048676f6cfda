use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::stores_unencrypted;
use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, snippet},
    estree::{AstType, Node},
};

/// Finds storage in which credentials would lie open.
///
/// ## Why
///
/// Tokens and passwords that are stored as they are can be taken by any script in the page, and by anyone
/// who reads the disk or its backup.
///
/// ## What is found
///
/// The rule cannot tell credentials from other data: calls of the methods `setItem` and `writeFile`, on
/// whatever object, are found unless one of their arguments is a call of a function with `encrypt` in its
/// name.
///
/// ## Example
///
/// ```js
/// sessionStorage.setItem('token', token);             // found
/// sessionStorage.setItem('token', encrypt(token));    // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct RequireSecureCredentialStorage;

impl StatelessRule for RequireSecureCredentialStorage {
    const META: Meta = Meta {
        id: "node-security/require-secure-credential-storage",
        cwe: 522,
        owasp: "A04:2021 Insecure Design",
        cvss: 5.5,
        on: &[AstType::CallExpression],
        filters: Filters { calls: &["setItem", "writeFile"], ..Filters::NONE },
        messages: &["violationDetected"],
    };

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_>) {
        if stores_unencrypted(call) {
            let what = format_args!("{} would store a credential as it is", snippet(call));
            let fix = "Store encrypt(value), or keep credentials in an HttpOnly cookie or the system's key store";
            ctx.report(call, "violationDetected", Level::High, what, fix);
        }
    }
}
