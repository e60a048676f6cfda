use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{alternatives, constant_text, note_in_tests, report_facts};
use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, snippet},
    estree::{AstType, Kind, Node},
    flow::{Const, Fact, FactFilters, FactFound, Flow, TermKind},
};

/// Finds ciphers and keys that do not protect the data that they encrypt.
///
/// DES, RC2, RC4 and Blowfish are broken or too short; ECB shows which blocks are equal; `createCipher` derives its key
/// by one round of MD5 and takes no initialisation vector; short keys can be found by trying. An authenticated cipher
/// that is opened without its tag, or whose end is not checked, accepts data that anybody has changed.
///
/// ```js
/// crypto.createCipheriv('aes-256-ecb', key, null);                      // found
/// crypto.createCipher('aes192', password);                              // found
/// crypto.generateKeyPair('rsa', { modulusLength: 1024 }, done);         // found
/// crypto.createCipheriv('aes-256-gcm', key, iv);                        // fine
/// ```
///
/// A cipher without authentication, such as CBC, and a random key that is not kept are notes.
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct WeakCipher;

pub(super) const FACT: Fact = Fact {
    rule: "weak-cipher",
    on: &[AstType::CallExpression, AstType::NewExpression],
    filters: FactFilters { calls: || [BROKEN_CIPHERS, CIPHERS, KEY_MAKERS].concat(), ..FactFilters::NONE },
    check,
};

/// Ciphers of CryptoJS and node-forge that are broken or too short, by path.
const BROKEN_CIPHERS: &[&str] = &[
    "crypto-js.DES.encrypt",
    "crypto-js.RC4.encrypt",
    "crypto-js.RC4Drop.encrypt",
    "crypto-js.Rabbit.encrypt",
    "crypto-js.RabbitLegacy.encrypt",
    "crypto-js.TripleDES.encrypt",
    "node-forge.des.createEncryptionCipher",
    "node-forge.rc2.createEncryptionCipher",
];

/// The fewest bits of an RSA or Diffie-Hellman modulus, of a curve's field, and of a symmetric key.
const MIN_MODULUS_BITS: f64 = 2048.0;
const MIN_SYMMETRIC_BITS: f64 = 128.0;

/// Functions whose cipher is one of their arguments, or among their options.
const CIPHERS: &[&str] = &[
    "crypto-js.AES.encrypt",
    "crypto.createCipher",
    "crypto.createCipheriv",
    "crypto.createDecipher",
    "crypto.createDecipheriv",
    "node-forge.cipher.createCipher",
    "node-forge.cipher.createDecipher",
];

/// Functions that make a key of a given length.
const KEY_MAKERS: &[&str] = &[
    "crypto.createDiffieHellman",
    "crypto.generateKey",
    "crypto.generateKeyPair",
    "crypto.generateKeyPairSync",
    "crypto.generateKeySync",
    "crypto.generatePrime",
    "crypto.generatePrimeSync",
    "crypto.subtle.generateKey",
    "jsencrypt",
    "jsencrypt.JSEncrypt",
    "node-forge.pki.rsa.generateKeyPair",
    "node-forge.rsa.generateKeyPair",
    "node-rsa",
];

fn check<'a>(flow: &mut Flow<'a>, call: Node<'a>) -> Option<FactFound> {
    weak_call(flow, call).map(|found| note_in_tests(flow, found))
}

fn weak_call<'a>(flow: &mut Flow<'a>, call: Node<'a>) -> Option<FactFound> {
    let path = flow.callee(call)?;
    match &*path {
        "crypto.createCipher" | "crypto.createDecipher" => {
            Some(weak(call, "derives its key by one round of MD5 and takes no initialisation vector"))
        }
        "crypto.createCipheriv" => {
            let algorithm = algorithm(flow, call)?;
            match weakness(&algorithm) {
                Some(why) => Some(weak(call, why)),
                None => lost_key(flow, call).or_else(|| unauthenticated(flow, call, &algorithm)),
            }
        }
        "crypto.createDecipheriv" => {
            let algorithm = algorithm(flow, call)?;
            match weakness(&algorithm) {
                Some(why) => Some(weak(call, why)),
                None => opened_unchecked(flow, call, &algorithm),
            }
        }
        "node-forge.cipher.createCipher" | "node-forge.cipher.createDecipher" => {
            let algorithm = algorithm(flow, call)?;
            weakness(&algorithm).map(|why| weak(call, why))
        }
        "crypto-js.AES.encrypt" => of_crypto_js(flow, call),
        path if BROKEN_CIPHERS.contains(&path) => Some(weak(call, "is a cipher that is broken")),
        path if KEY_MAKERS.contains(&path) => short_key(flow, call, path),
        _ => None,
    }
}

fn weak(call: Node<'_>, why: &str) -> FactFound {
    FactFound::at(call, "weakCipher", 327)
        .what(format!("{} {why}", snippet(call)))
        .fix("Encrypt with aes-256-gcm, a random key of 32 bytes and a fresh initialisation vector of 12 bytes")
        .step(call, "the cipher is chosen here")
        .attack("Whoever sees what is encrypted learns about it, or reads it")
}

/// Returns the algorithm that a call names, in lower case; the weakest where it may be one of several.
fn algorithm<'a>(flow: &mut Flow<'a>, call: Node<'a>) -> Option<String> {
    let algorithm = call.argument_at(0)?;
    let algorithm = flow.value(algorithm);
    let names = alternatives(flow, algorithm).into_iter().filter_map(|name| constant_text(flow, name));
    let mut names: Vec<String> = names.map(|name| name.to_ascii_lowercase()).collect();
    names.sort_by_key(|name| weakness(name).is_none());
    names.into_iter().next()
}

fn weakness(algorithm: &str) -> Option<&'static str> {
    let is = |names: &[&str]| names.iter().any(|name| algorithm.split('-').next() == Some(name));
    if is(&["des", "des3", "3des", "rc2", "rc4", "bf", "blowfish", "idea", "seed", "cast", "cast5"]) {
        Some("is a cipher that is broken or too short")
    } else if algorithm.ends_with("-ecb") {
        Some("shows which blocks are equal")
    } else {
        None
    }
}

fn is_authenticated(algorithm: &str) -> bool {
    ["gcm", "ccm", "ocb", "poly1305", "siv"].iter().any(|mode| algorithm.contains(mode))
}

/// Finds an authenticated cipher that is opened without its tag, or without its end.
fn opened_unchecked<'a>(flow: &mut Flow<'a>, call: Node<'a>, algorithm: &str) -> Option<FactFound> {
    if !is_authenticated(algorithm) {
        return None;
    }
    let missing = ["setAuthTag", "final"].into_iter().find(|method| !flow.calls_named(method))?;
    Some(
        FactFound::at(call, "tagUnchecked", 353)
            .what(format!(
                "{} opens what is encrypted without checking its tag: {missing} is not called",
                snippet(call)
            ))
            .fix(
                "Call decipher.setAuthTag(tag) before, and decipher.final() after the data, and use nothing before \
                  that",
            )
            .step(call, "the tag decides whether the data is what was encrypted")
            .attack("Whoever carries the data changes it, bit by bit, and is believed"),
    )
}

/// Finds a cipher that does not notice changes, if nothing else in the text does.
fn unauthenticated<'a>(flow: &mut Flow<'a>, call: Node<'a>, algorithm: &str) -> Option<FactFound> {
    if is_authenticated(algorithm) || flow.calls_named("createHmac") {
        return None;
    }
    Some(
        FactFound::at(call, "unauthenticated", 353)
            .what(format!("{} does not notice when what it encrypted is changed", snippet(call)))
            .fix("Encrypt with aes-256-gcm and keep its tag, or add an HMAC over the vector and the ciphertext")
            .step(call, "the cipher has no authentication")
            .attack("Where the program answers differently to broken data, whoever asks often enough decrypts it")
            .note(),
    )
}

/// Finds a random key that only the cipher gets: the data cannot be decrypted again.
fn lost_key<'a>(flow: &mut Flow<'a>, call: Node<'a>) -> Option<FactFound> {
    let key = call.argument_at(1)?;
    let value = flow.value(key);
    let is_random = matches!(&*flow.kind(value), TermKind::Api(path) if
        matches!(&**path, "crypto.randomBytes()" | "crypto.generateKeySync()"));
    let of_cipher = |reference: Node<'a>| {
        reference.parent().is_some_and(|parent| {
            parent.is(Kind::VariableDeclarator)
                || matches!(
                    parent.callee_method().or(parent.callee_name()),
                    Some("createCipheriv" | "createDecipheriv")
                )
        })
    };
    let is_kept = match key.variable() {
        Some(variable) => !variable.references().all(of_cipher),
        None => key.is(Kind::MemberExpression),
    };
    (is_random && !is_kept).then(|| {
        FactFound::at(call, "lostKey", 320)
            .what(format!("{} encrypts with a random key that is kept nowhere", snippet(call)))
            .fix("Take the key from the environment or a key store")
            .step(key, "the key ends with the process, or with the call")
            .attack("Nobody can decrypt the data again, its owner included")
            .note()
    })
}

/// Finds ECB among CryptoJS's options; otherwise notes that CryptoJS does not authenticate.
fn of_crypto_js<'a>(flow: &mut Flow<'a>, call: Node<'a>) -> Option<FactFound> {
    let mode = call.argument_at(2).map(|options| {
        let options = flow.value(options);
        flow.property(options, "mode", call)
    });
    let mode = mode.and_then(|mode| flow.path_of(mode));
    if mode.is_some_and(|mode| mode.ends_with(".ECB")) {
        return Some(weak(call, "shows which blocks are equal"));
    }
    Some(
        FactFound::at(call, "unauthenticated", 353)
            .what(format!("{} does not notice when what it encrypted is changed", snippet(call)))
            .fix("Encrypt with crypto.subtle or node:crypto, AES-GCM and a key of 32 random bytes")
            .step(call, "CBC without authentication; a text as key goes through one round of MD5")
            .attack("Whoever carries the data changes it, and guesses a passphrase quickly")
            .note(),
    )
}

/// Finds a key that is generated with too few bits, in an argument or a property of it.
fn short_key<'a>(flow: &mut Flow<'a>, call: Node<'a>, path: &str) -> Option<FactFound> {
    let first = call.argument_at(0)?;
    let kind = {
        let kind = flow.value(first);
        constant_text(flow, kind)
    };
    let kind = kind.as_deref().unwrap_or_default();
    let (argument, option, least) = match path {
        "crypto.generateKeyPair" | "crypto.generateKeyPairSync" if matches!(kind, "rsa" | "dsa" | "rsa-pss" | "dh") => {
            (1, Some("modulusLength"), MIN_MODULUS_BITS)
        }
        "crypto.generateKey" | "crypto.generateKeySync" => (1, Some("length"), MIN_SYMMETRIC_BITS),
        "crypto.createDiffieHellman" | "crypto.generatePrime" | "crypto.generatePrimeSync" => {
            (0, None, MIN_MODULUS_BITS)
        }
        "node-forge.pki.rsa.generateKeyPair" | "node-forge.rsa.generateKeyPair" | "node-rsa" => {
            (0, Some(if path == "node-rsa" { "b" } else { "bits" }), MIN_MODULUS_BITS)
        }
        "jsencrypt" | "jsencrypt.JSEncrypt" => (0, Some("default_key_size"), MIN_MODULUS_BITS),
        "crypto.subtle.generateKey" => (0, Some("modulusLength"), MIN_MODULUS_BITS),
        _ => return None,
    };
    let node = call.argument_at(argument)?;
    let given = flow.value(node);
    let bits = match option {
        // forge takes the bits themselves, too.
        Some(option) if matches!(&*flow.kind(given), TermKind::Object { .. }) => flow.property(given, option, call),
        _ => given,
    };
    let bits = alternatives(flow, bits).into_iter().find_map(|bits| match *flow.kind(bits) {
        TermKind::Const(Const::Number(bits)) => Some(bits),
        TermKind::Const(Const::String(ref bits)) => bits.parse().ok(),
        _ => None,
    })?;
    (bits < least).then(|| {
        FactFound::at(call, "shortKey", 326)
            .what(format!("{} makes a key of {bits} bits, where {least} are the least", snippet(call)))
            .fix(format!("Make it {least} bits or longer"))
            .step(node, "the length of the key")
            .attack("Whoever has the public key, or time to try, computes the private one")
    })
}

impl StatelessRule for WeakCipher {
    const META: Meta = Meta {
        id: "oxsec/weak-cipher",
        cwe: 327,
        owasp: "A02:2021 Cryptographic Failures",
        cvss: 7.5,
        on: &[AstType::Program],
        filters: Filters::PROOFS,
        messages: &["weakCipher", "tagUnchecked", "unauthenticated", "lostKey", "shortKey"],
    };

    fn check<'a>(&self, _: Node<'a>, ctx: &mut Context<'a, '_>) {
        report_facts(ctx, &FACT, Level::High);
    }
}
