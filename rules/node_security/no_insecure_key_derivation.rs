use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::called_name;
use crate::{
    engine::{Context, Edit, Filters, Level, Meta, StatelessRule},
    estree::{AstType, Literal, Node},
};

/// Finds PBKDF2 with too few iterations.
///
/// ## Why
///
/// The iterations are all that slows somebody down who guesses passwords from a stolen hash.
///
/// ## What is found
///
/// The third argument of `pbkdf2` and `pbkdf2Sync` is looked at where it is a number.
///
/// ## Example
///
/// ```js
/// crypto.pbkdf2Sync(password, salt, 1000, 32, 'sha256');       // found
/// crypto.pbkdf2Sync(password, salt, 600000, 32, 'sha256');     // fine
/// ```
#[derive(Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct NoInsecureKeyDerivation {
    /// The fewest iterations.
    min_iterations: f64,
}

impl Default for NoInsecureKeyDerivation {
    fn default() -> Self {
        Self { min_iterations: 100_000.0 }
    }
}

impl StatelessRule for NoInsecureKeyDerivation {
    const META: Meta = Meta {
        id: "node-security/no-insecure-key-derivation",
        cwe: 916,
        owasp: "A02:2021 Cryptographic Failures",
        cvss: 7.5,
        on: &[AstType::CallExpression],
        filters: Filters { calls: &["pbkdf2", "pbkdf2Sync"], ..Filters::NONE },
        messages: &["insufficientIterations", "useMinIterations"],
    };

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_>) {
        let minimum = self.min_iterations;
        if matches!(called_name(call).and_then(Node::name), Some("pbkdf2" | "pbkdf2Sync"))
            && let Some(argument) = call.argument_at(2)
            && let Some(iterations) = argument.number()
            && iterations < minimum
        {
            let minimum = Literal::Number(minimum).to_text();
            let what = format_args!("{} iterations of PBKDF2 are too few", argument.text());
            let fix = format_args!("Use at least {minimum} iterations, or scrypt");
            ctx.report(argument, "insufficientIterations", Level::High, what, fix).suggest(
                "useMinIterations",
                format!("Use {minimum} iterations"),
                Edit::replace(argument, minimum),
            );
        }
    }
}
