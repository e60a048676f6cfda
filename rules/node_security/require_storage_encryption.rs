use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::stores_unencrypted;
use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, snippet},
    estree::{AstType, Node},
};

/// Finds data that is stored as it is.
///
/// ## Why
///
/// Who gets hold of the disk, the backup or the browser profile reads what was stored without
/// encryption.
///
/// ## What is found
///
/// Calls of the methods `setItem` and `writeFile`, on whatever object, are found unless one of their
/// arguments is a call of a function with `encrypt` in its name.
///
/// ## Example
///
/// ```js
/// localStorage.setItem('profile', JSON.stringify(profile));            // found
/// localStorage.setItem('profile', encrypt(JSON.stringify(profile)));   // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct RequireStorageEncryption;

impl StatelessRule for RequireStorageEncryption {
    const META: Meta = Meta {
        id: "node-security/require-storage-encryption",
        cwe: 311,
        owasp: "A02:2021 Cryptographic Failures",
        cvss: 5.5,
        on: &[AstType::CallExpression],
        filters: Filters { calls: &["setItem", "writeFile"], ..Filters::NONE },
        messages: &["violationDetected"],
    };

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_>) {
        if stores_unencrypted(call) {
            let what = format_args!("{} stores data that anyone with access to the storage can read", snippet(call));
            ctx.report(call, "violationDetected", Level::High, what, "Store encrypt(data) instead of the data itself");
        }
    }
}
