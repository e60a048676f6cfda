use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{constant_text, names_password, report_facts};
use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, snippet},
    estree::{AstType, Kind, Node},
    flow::{Const, Fact, FactFound, Flow, TermKind},
};

/// Finds passwords that are hashed so fast that they can be guessed.
///
/// A graphics card tries billions of MD5, SHA-1 or SHA-256 hashes a second. A password needs a function that is slow on
/// purpose, with enough rounds. Checksums and keys of caches are no passwords, and not found.
///
/// ```js
/// crypto.createHash('sha256').update(password).digest('hex');    // found
/// crypto.pbkdf2Sync(password, salt, 1000, 64, 'sha512');          // found
/// await bcrypt.hash(password, 12);                                // fine
/// crypto.createHash('md5').update(file).digest('hex');            // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub struct WeakHash;

pub const FACT: Fact = Fact { rule: "weak-hash", on: &[AstType::CallExpression], check };

/// Fast hashes by their names in Node, and in packages that hash a text at once.
const HASHES_AT_ONCE: &[&str] = &[
    "crypto-js.MD5",
    "crypto-js.SHA1",
    "crypto-js.SHA256",
    "crypto-js.SHA512",
    "crypto-js.md5",
    "crypto-js.sha1",
    "crypto-js.sha256",
    "js-md5",
    "js-sha1",
    "js-sha256.sha256",
    "md5",
    "sha1",
    "sha256",
];

/// The fewest rounds of PBKDF2 that are let pass, and of bcrypt.
const MIN_PBKDF2_ROUNDS: f64 = 100_000.0;
const MIN_BCRYPT_ROUNDS: f64 = 10.0;

fn check<'a>(flow: &mut Flow<'a>, call: Node<'a>) -> Option<FactFound> {
    if call.callee_method() == Some("update") {
        return updated(flow, call);
    }
    let path = flow.callee(call)?;
    match &*path {
        "crypto.pbkdf2" | "crypto.pbkdf2Sync" => few_rounds(flow, call, 2, MIN_PBKDF2_ROUNDS, "PBKDF2"),
        "bcrypt.hash" | "bcrypt.hashSync" | "bcryptjs.hash" | "bcryptjs.hashSync" | "bcrypt.genSalt"
        | "bcrypt.genSaltSync" => {
            few_rounds(flow, call, usize::from(path.contains("hash")), MIN_BCRYPT_ROUNDS, "bcrypt")
        }
        path if HASHES_AT_ONCE.contains(&path) => hashed(call, call.argument_at(0)?, path),
        _ => None,
    }
}

/// `crypto.createHash(…).update(password)`.
fn updated<'a>(flow: &mut Flow<'a>, call: Node<'a>) -> Option<FactFound> {
    let receiver = call.callee()?.object()?;
    let made = flow.value(receiver);
    let made = flow.node(flow.place(made));
    let maker = [receiver, made].into_iter().find(|maker| {
        maker.is(Kind::CallExpression) && flow.callee(*maker).is_some_and(|path| path == "crypto.createHash")
    })?;
    let algorithm = maker.argument_at(0)?;
    let algorithm = flow.value(algorithm);
    let algorithm = constant_text(flow, algorithm)?;
    hashed(call, call.argument_at(0)?, &algorithm)
}

fn hashed<'a>(call: Node<'a>, data: Node<'a>, how: &str) -> Option<FactFound> {
    let password = names_password(data)?;
    Some(
        FactFound::at(call, "weakHash", 916)
            .what(format!("{password} is hashed by {how}, which is as fast for whoever guesses"))
            .fix("Hash passwords with bcrypt (12 rounds), scrypt or argon2id, each with a salt of its own")
            .step(data, "the password is hashed here")
            .attack("Whoever gets the table tries billions of passwords a second"),
    )
}

fn few_rounds<'a>(flow: &mut Flow<'a>, call: Node<'a>, place: usize, least: f64, name: &str) -> Option<FactFound> {
    let argument = call.argument_at(place)?;
    let rounds = flow.value(argument);
    let TermKind::Const(Const::Number(rounds)) = *flow.kind(rounds) else { return None };
    (rounds < least).then(|| {
        FactFound::at(call, "fewRounds", 916)
            .what(format!("{} takes {rounds} rounds, where {least} are the least", snippet(call)))
            .fix(format!("Take at least {least} rounds of {name}, as many as a login may wait for"))
            .step(argument, "the number of rounds")
            .attack("Each guess costs next to nothing, so that most passwords are found")
    })
}

impl StatelessRule for WeakHash {
    const META: Meta = Meta {
        id: "oxsec/weak-hash",
        cwe: 916,
        owasp: "A02:2021 Cryptographic Failures",
        cvss: 7.5,
        on: &[AstType::Program],
        filters: Filters::NONE,
        messages: &["weakHash", "fewRounds"],
    };

    fn check<'a>(&self, _: Node<'a>, ctx: &mut Context<'a, '_>) {
        report_facts(ctx, &FACT, Level::High);
    }
}
