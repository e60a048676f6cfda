use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::{
    helpers::{alternatives, constant_text, named_within, report_facts},
    names,
};
use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, shorten, snippet},
    estree::{AstType, Kind, Node, Variable},
    flow::{Const, Fact, FactFilters, FactFound, Flow, TermKind},
};

/// Finds passwords whose hashes are so fast that the passwords can be guessed.
///
/// A graphics card tries billions of MD5, SHA-1 or SHA-256 hashes a second. A password needs a function that is slow on
/// purpose, with enough rounds. Checksums, keys of caches and random tokens are not passwords, and are not found;
/// neither is a hash that goes into bcrypt or a similar function.
///
/// ```js
/// crypto.createHash('sha256').update(password).digest('hex');    // found
/// crypto.pbkdf2Sync(password, salt, 1000, 64, 'sha512');          // found
/// await bcrypt.hash(password, 12);                                // fine
/// crypto.createHash('md5').update(file).digest('hex');            // fine
/// ```
///
/// One salt for all passwords is a note.
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct WeakHash;

pub(super) const FACT: Fact = Fact {
    rule: "weak-hash",
    on: &[AstType::CallExpression],
    filters: FactFilters {
        calls: || HASHES_AT_ONCE.iter().map(|&(path, _)| path).chain(KEY_DERIVATIONS.iter().copied()).collect(),
        ..FactFilters::NONE
    },
    check,
};

/// Functions that hash a text at once, and fast: the path, and the index of the text among the arguments.
const HASHES_AT_ONCE: &[(&str, usize)] = &[
    ("blueimp-md5", 0),
    ("crypto-js.HmacMD5", 0),
    ("crypto-js.HmacSHA1", 0),
    ("crypto-js.HmacSHA256", 0),
    ("crypto-js.HmacSHA512", 0),
    ("crypto-js.MD5", 0),
    ("crypto-js.SHA1", 0),
    ("crypto-js.SHA256", 0),
    ("crypto-js.SHA3", 0),
    ("crypto-js.SHA512", 0),
    ("crypto-js.md5", 0),
    ("crypto-js.sha1", 0),
    ("crypto-js.sha256", 0),
    ("crypto.hash", 1),
    ("crypto.subtle.digest", 1),
    ("crypto.webcrypto.subtle.digest", 1),
    ("hash.js.sha256", 0),
    ("hasha", 0),
    ("js-md5", 0),
    ("js-sha1", 0),
    ("js-sha256.sha256", 0),
    ("js-sha512", 0),
    ("md5", 0),
    ("sha1", 0),
    ("sha256", 0),
    ("ts-md5.Md5.hashStr", 0),
];

/// Functions that are slow on purpose, whose argument may be a fast hash.
const SLOW: &[&str] =
    &["compare", "compareSync", "hash", "hashSync", "pbkdf2", "pbkdf2Sync", "scrypt", "scryptSync", "verify"];

/// The fewest rounds of PBKDF2 and of bcrypt, and the smallest cost of scrypt, that are not reported.
const MIN_PBKDF2_ROUNDS: f64 = 100_000.0;
const MIN_BCRYPT_ROUNDS: f64 = 10.0;
const MIN_SCRYPT_COST: f64 = 16_384.0;

/// Functions that are slow on purpose, and the method of those that are fast.
const KEY_DERIVATIONS: &[&str] = &[
    "bcrypt.genSalt",
    "bcrypt.genSaltSync",
    "bcrypt.hash",
    "bcrypt.hashSync",
    "crypto-js.PBKDF2",
    "crypto.pbkdf2",
    "crypto.pbkdf2Sync",
    "crypto.scrypt",
    "crypto.scryptSync",
    "crypto.subtle.deriveBits",
    "crypto.subtle.deriveKey",
    "update",
];

fn check<'a>(flow: &mut Flow<'a>, call: Node<'a>) -> Option<FactFound> {
    if call.callee_method() == Some("update") {
        return updated(flow, call);
    }
    let path = flow.callee(call)?;
    match &*path {
        "crypto.pbkdf2" | "crypto.pbkdf2Sync" => {
            few(flow, call, (2, None), MIN_PBKDF2_ROUNDS, "rounds of PBKDF2").or_else(|| one_salt(flow, call, 1))
        }
        "crypto-js.PBKDF2" => few(flow, call, (2, Some("iterations")), MIN_PBKDF2_ROUNDS, "rounds of PBKDF2"),
        "crypto.subtle.deriveKey" | "crypto.subtle.deriveBits" | "crypto.webcrypto.subtle.deriveKey" => {
            few(flow, call, (0, Some("iterations")), MIN_PBKDF2_ROUNDS, "rounds of PBKDF2")
        }
        "crypto.scrypt" | "crypto.scryptSync" => {
            let cost = few(flow, call, (3, Some("N")), MIN_SCRYPT_COST, "as the cost of scrypt");
            let cost = cost.or_else(|| few(flow, call, (3, Some("cost")), MIN_SCRYPT_COST, "as the cost of scrypt"));
            cost.or_else(|| one_salt(flow, call, 1))
        }
        "bcrypt.hash" | "bcrypt.hashSync" | "bcryptjs.hash" | "bcryptjs.hashSync" => {
            few(flow, call, (1, None), MIN_BCRYPT_ROUNDS, "rounds of bcrypt").or_else(|| one_salt(flow, call, 1))
        }
        "bcrypt.genSalt" | "bcrypt.genSaltSync" | "bcryptjs.genSalt" | "bcryptjs.genSaltSync" => {
            few(flow, call, (0, None), MIN_BCRYPT_ROUNDS, "rounds of bcrypt")
        }
        path => {
            let &(_, index) = HASHES_AT_ONCE.iter().find(|(name, _)| *name == path)?;
            hashed(call, call.argument_at(index)?, path)
        }
    }
}

/// Finds a password in `crypto.createHash(…).update(password)`, and in the same with `createHmac`.
fn updated<'a>(flow: &mut Flow<'a>, call: Node<'a>) -> Option<FactFound> {
    let maker = maker_of(flow, call.callee()?.object()?)?;
    if goes_into_derivation(call) {
        return None;
    }
    let algorithm = maker.argument_at(0)?;
    let algorithm = flow.value(algorithm);
    let algorithm = alternatives(flow, algorithm).into_iter().find_map(|name| constant_text(flow, name));
    hashed(call, call.argument_at(0)?, algorithm.as_deref().unwrap_or("a fast hash"))
}

/// Returns the call of `createHash` or `createHmac` that made the receiver of a method.
fn maker_of<'a>(flow: &mut Flow<'a>, receiver: Node<'a>) -> Option<Node<'a>> {
    /// The maximum number of calls of `update` that are followed back.
    const MAX_LINKS: usize = 8;
    let made = flow.value(receiver);
    let made = flow.node(flow.place(made));
    [receiver, made].into_iter().find_map(|start| {
        let links = std::iter::successors(Some(start), |link| link.callee()?.object());
        links.take(MAX_LINKS).filter(|link| link.is(Kind::CallExpression)).find(|&link| {
            flow.callee(link).is_some_and(|path| matches!(&*path, "crypto.createHash" | "crypto.createHmac"))
        })
    })
}

/// Returns whether a function that derives keys takes what the function around a call returns:
/// `pbkdf2(digest(secret))`, also through a variable and a function of the text.
fn goes_into_derivation(call: Node<'_>) -> bool {
    /// The maximum number of uses of one name that are examined.
    const MAX_USES: usize = 20;
    const DERIVING: &[&str] = &["PBKDF2", "pbkdf2", "pbkdf2Sync", "scrypt", "scryptSync"];
    let name_of = |call: Node<'_>| call.callee_method().or(call.callee_name()).is_some_and(|it| DERIVING.contains(&it));
    let derives = |user: Node<'_>| {
        user.is(Kind::CallExpression)
            && (name_of(user)
                || user.callee().and_then(Node::variable).map(Variable::definition).is_some_and(|function| {
                    function.is_function()
                        && function.descendants().any(|it| it.is(Kind::CallExpression) && name_of(it))
                }))
    };
    let is_taken = |value: Node<'_>| {
        let Some(user) = value.parent() else { return false };
        let held = user.declared().or_else(|| user.left()).and_then(Node::variable);
        let uses = held.into_iter().flat_map(|it| it.references().take(MAX_USES).filter_map(Node::parent));
        user.callee() != Some(value) && derives(user) || uses.into_iter().any(derives)
    };
    let Some(function) = call.ancestors().find(|node| node.is_function()) else { return false };
    let name = function.declared().or_else(|| function.parent()?.declared());
    let calls = name.and_then(Node::variable).into_iter().flat_map(|it| it.references().take(MAX_USES));
    calls.filter_map(Node::parent).filter(|it| it.is(Kind::CallExpression)).any(is_taken)
}

/// Finds a hash of a password, by the name of the data or of the function around.
fn hashed<'a>(call: Node<'a>, data: Node<'a>, how: &str) -> Option<FactFound> {
    let what = match named_within(data, names::is_password) {
        Some(password) => snippet(password).into_owned(),
        None => {
            let function = call.ancestors().find(|node| node.is_function())?;
            let name = function.declared().and_then(Node::name).or_else(|| function.parent()?.declared()?.name());
            let name = name.or_else(|| function.parent()?.key_identifier());
            let name = name.or_else(|| function.parent()?.left()?.property_identifier());
            let is_parameter = named_within(data, |_| true)
                .and_then(Node::variable)
                .is_some_and(|variable| variable.names().any(|it| it.parent() == Some(function)));
            if !is_parameter || !name.is_some_and(names::hashes_passwords) {
                return None;
            }
            format!("the password {}", shorten(data.text()))
        }
    };
    // Hashed again, slowly.
    let is_slow = |outer: Node<'a>| outer.callee_method().or(outer.callee_name()).is_some_and(|it| SLOW.contains(&it));
    if call.ancestors().take_while(|node| !node.is_function()).any(is_slow) {
        return None;
    }
    Some(
        FactFound::at(call, "weakHash", 916)
            .what(format!("{what} is hashed by {how}, which is as fast for whoever guesses"))
            .fix("Hash passwords with bcrypt (12 rounds), scrypt or argon2id, each with a salt of its own")
            .step(data, "the password is hashed here")
            .attack("Whoever gets the table tries billions of passwords a second"),
    )
}

/// Finds fewer rounds than `least`, in an argument or a property of it.
fn few<'a>(
    flow: &mut Flow<'a>,
    call: Node<'a>,
    (place, option): (usize, Option<&str>),
    least: f64,
    of: &str,
) -> Option<FactFound> {
    let argument = call.argument_at(place)?;
    let mut rounds = flow.value(argument);
    if let Some(option) = option {
        rounds = flow.property(rounds, option, call);
    }
    let rounds = alternatives(flow, rounds).into_iter().find_map(|rounds| match *flow.kind(rounds) {
        TermKind::Const(Const::Number(rounds)) if rounds < least => Some(rounds),
        _ => None,
    })?;
    Some(
        FactFound::at(call, "fewRounds", 916)
            .what(format!("{} takes {rounds} {of}, where {least} are the least", snippet(call)))
            .fix(format!("Take at least {least}, as many as a login may wait for"))
            .step(argument, "how much each guess costs")
            .attack("Each guess costs next to nothing, so that most passwords are found"),
    )
}

/// Finds a salt that is a constant: equal passwords have equal hashes.
fn one_salt<'a>(flow: &mut Flow<'a>, call: Node<'a>, place: usize) -> Option<FactFound> {
    let argument = call.argument_at(place)?;
    let salt = flow.value(argument);
    let salt = alternatives(flow, salt).into_iter().find(|&salt| match &*flow.kind(salt) {
        TermKind::Const(Const::String(_)) => true,
        TermKind::Op(name, arguments) if &**name == "Buffer.from" => {
            arguments.first().is_some_and(|&text| constant_text(flow, text).is_some())
        }
        _ => false,
    })?;
    let literal = flow.node(flow.place(salt));
    Some(
        FactFound::at(call, "oneSalt", 760)
            .what(format!("{} takes one salt for all", snippet(call)))
            .fix("Make crypto.randomBytes(16) for each password, and keep it beside the hash")
            .step(literal, "the salt is a constant")
            .attack("Equal passwords look equal, and one table of guesses serves for all of them")
            .note(),
    )
}

impl StatelessRule for WeakHash {
    const META: Meta = Meta {
        id: "oxsec/weak-hash",
        cwe: 916,
        owasp: "A02:2021 Cryptographic Failures",
        cvss: 7.5,
        on: &[AstType::Program],
        filters: Filters::PROOFS,
        messages: &["weakHash", "fewRounds", "oneSalt"],
    };

    fn check<'a>(&self, _: Node<'a>, ctx: &mut Context<'a, '_>) {
        report_facts(ctx, &FACT, Level::High);
    }
}
