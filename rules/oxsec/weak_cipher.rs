use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{constant_text, report_facts};
use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, snippet},
    estree::{AstType, Node},
    flow::{Fact, FactFound, Flow},
};

/// Finds ciphers that do not keep what they encrypt.
///
/// DES, RC2, RC4 and Blowfish are broken or too short; ECB shows which blocks are equal; `createCipher` derives its key by one
/// round of MD5 and takes no initialisation vector.
///
/// ```js
/// crypto.createCipheriv('aes-256-ecb', key, null);    // found
/// crypto.createCipher('aes192', password);            // found
/// crypto.createCipheriv('aes-256-gcm', key, iv);      // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub struct WeakCipher;

pub const FACT: Fact = Fact { rule: "weak-cipher", on: &[AstType::CallExpression], check };

fn check<'a>(flow: &mut Flow<'a>, call: Node<'a>) -> Option<FactFound> {
    let path = flow.callee(call)?;
    let why = match &*path {
        "crypto.createCipher" | "crypto.createDecipher" => {
            "derives its key by one round of MD5 and takes no initialisation vector".to_owned()
        }
        "crypto.createCipheriv" | "crypto.createDecipheriv" => {
            let algorithm = call.argument_at(0)?;
            let algorithm = flow.value(algorithm);
            let algorithm = constant_text(flow, algorithm)?.to_ascii_lowercase();
            weakness(&algorithm)?.to_owned()
        }
        "crypto-js.DES.encrypt"
        | "crypto-js.TripleDES.encrypt"
        | "crypto-js.RC4.encrypt"
        | "crypto-js.Rabbit.encrypt" => "is a cipher that is broken".to_owned(),
        _ => return None,
    };
    Some(
        FactFound::at(call, "weakCipher", 327)
            .what(format!("{} {why}", snippet(call)))
            .fix("Encrypt with aes-256-gcm, a random key of 32 bytes and a fresh initialisation vector of 12 bytes")
            .step(call, "the cipher is chosen here")
            .attack("Whoever sees what is encrypted learns about it, or reads it"),
    )
}

fn weakness(algorithm: &str) -> Option<&'static str> {
    let is = |names: &[&str]| names.iter().any(|name| algorithm.split('-').next() == Some(name));
    if is(&["des", "des3", "rc2", "rc4", "bf", "blowfish", "idea", "seed", "cast", "cast5"]) {
        Some("is a cipher that is broken or too short")
    } else if algorithm.ends_with("-ecb") {
        Some("shows which blocks are equal")
    } else {
        None
    }
}

impl StatelessRule for WeakCipher {
    const META: Meta = Meta {
        id: "oxsec/weak-cipher",
        cwe: 327,
        owasp: "A02:2021 Cryptographic Failures",
        cvss: 7.5,
        on: &[AstType::Program],
        filters: Filters::NONE,
        messages: &["weakCipher"],
    };

    fn check<'a>(&self, _: Node<'a>, ctx: &mut Context<'a, '_>) {
        report_facts(ctx, &FACT, Level::High);
    }
}
