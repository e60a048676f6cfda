use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{buffer_method, called_name, calls_one_of};
use crate::{
    engine::{Context, Filters, Level, Meta, Rule, snippet},
    estree::{AstType, Literal, Node},
};

/// Finds salts that are the same for every password, empty, or short.
///
/// ## Why
///
/// With one salt for all, two people with one password have one hash, and a table of hashes made once
/// serves against all of them.
///
/// ## What is found
///
/// The second argument of `pbkdf2`, `pbkdf2Sync`, `scrypt` and `scryptSync` is looked at: `null`, a string,
/// `Buffer.from` of a string, and `Buffer.alloc` of fewer bytes than a salt needs are found.
///
/// ## Example
///
/// ```js
/// crypto.scryptSync(password, 'pepper and salt', 32);           // found
/// crypto.scryptSync(password, crypto.randomBytes(16), 32);      // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoPredictableSalt {
    min_salt_length: f64,
}

#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    /// The fewest bytes that `Buffer.alloc` may be asked for.
    min_salt_length: f64,
}

impl Default for Options {
    fn default() -> Self {
        Self { min_salt_length: 16.0 }
    }
}

const DERIVATIONS: &[&str] = &["pbkdf2", "pbkdf2Sync", "scrypt", "scryptSync"];

impl Rule for NoPredictableSalt {
    const META: Meta = Meta {
        id: "crypto/no-predictable-salt",
        cwe: 331,
        owasp: "A02:2021 Cryptographic Failures",
        cvss: 7.5,
        on: &[AstType::CallExpression],
        filters: Filters { calls: DERIVATIONS, required_words: &[&["pbkdf2", "scrypt"]], ..Filters::NONE },
        messages: &["predictableSalt"],
    };

    type Options = Options;
    type State = ();

    fn new(options: Options) -> Result<Self, String> {
        Ok(Self { min_salt_length: options.min_salt_length })
    }

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_, ()>) {
        if !calls_one_of(call, DERIVATIONS) {
            return;
        }
        if let Some(salt) = call.argument_at(1)
            && let Some(fault) = self.fault(salt)
        {
            let derivation = called_name(call).unwrap_or_default();
            let what = format_args!("The salt {} that {derivation} gets is {fault}", snippet(salt));
            let fix = "Make one for each password with crypto.randomBytes(16), and store it beside the hash";
            ctx.report(salt, "predictableSalt", Level::High, what, fix);
        }
    }
}

impl NoPredictableSalt {
    /// Returns what is wrong with a salt.
    fn fault(&self, salt: Node<'_>) -> Option<&'static str> {
        match salt.literal() {
            Some(Literal::Null | Literal::String("")) => return Some("empty"),
            Some(Literal::String(_)) => return Some("written into the code, the same for all"),
            _ => {}
        }
        let first = salt.argument_at(0);
        match buffer_method(salt)? {
            "from" if first?.string().is_some() => Some("written into the code, the same for all"),
            "alloc" if first?.number().is_some_and(|size| size == 0.0 || size < self.min_salt_length) => {
                Some("short and all zeros")
            }
            _ => None,
        }
    }
}
