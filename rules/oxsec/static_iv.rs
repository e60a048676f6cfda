use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{alternatives, constant_text, note_in_tests, report_facts};
use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, snippet},
    estree::{AstType, Kind, Node},
    flow::{Const, Fact, FactFilters, FactFound, Flow, Logic, Term, TermKind},
};

/// Finds initialisation vectors that are the same for all messages.
///
/// With the same key and vector equal messages have equal ciphertexts, and with GCM or CTR two of them reveal both
/// messages.
///
/// ```js
/// crypto.createCipheriv('aes-256-gcm', key, Buffer.alloc(12));           // found
/// crypto.createCipheriv('aes-256-gcm', key, crypto.randomBytes(12));     // fine
/// ```
///
/// A random vector that is made once, outside the function that encrypts, is found too.
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct StaticIv;

pub(super) const FACT: Fact = Fact {
    rule: "static-iv",
    on: &[AstType::CallExpression],
    filters: FactFilters { calls: || vec!["crypto.createCipheriv", "encrypt"], ..FactFilters::NONE },
    check,
};

fn check<'a>(flow: &mut Flow<'a>, call: Node<'a>) -> Option<FactFound> {
    let (argument, key) = match &*flow.callee(call)? {
        // ECB takes no vector, and wrapping a key takes the one that its standard defines.
        "crypto.createCipheriv" if is_ecb(flow, call) || wraps_key(flow, call) => return None,
        "crypto.createCipheriv" => (call.argument_at(2)?, call.argument_at(1)),
        "crypto-js.AES.encrypt" | "crypto-js.TripleDES.encrypt" => {
            (option(call.argument_at(2)?, "iv")?, call.argument_at(1))
        }
        "crypto.subtle.encrypt" | "crypto.webcrypto.subtle.encrypt" | "window.crypto.subtle.encrypt" => {
            (option(call.argument_at(0)?, "iv")?, None)
        }
        _ => return None,
    };
    if is_filled(argument) {
        return None;
    }
    let vector = flow.value(argument);
    let key = key.map(|key| flow.value(key));
    let why = fixed(flow, vector, (call, key), 0)?;
    let found = FactFound::at(call, "staticIv", 329)
        .what(format!("{} encrypts every message with {why}", snippet(call)))
        .fix("Make crypto.randomBytes(12) for each message and store it beside what is encrypted")
        .step(argument, "the initialisation vector")
        .attack("Equal messages look equal; two messages under one key and vector give away both");
    Some(note_in_tests(flow, found))
}

/// Returns whether the cipher that a call makes encrypts each block by itself.
fn is_ecb<'a>(flow: &mut Flow<'a>, call: Node<'a>) -> bool {
    algorithm_ends_in(flow, call, &["-ecb"])
}

/// Returns whether a call wraps a key, by its algorithm or by the initial value of RFC 3394: the wrapped key is random
/// itself, and unwrapping checks the value.
fn wraps_key<'a>(flow: &mut Flow<'a>, call: Node<'a>) -> bool {
    let vector = call.argument_at(2).map(|vector| flow.value(vector));
    algorithm_ends_in(flow, call, &["-wrap", "-wrap-pad"])
        || vector.is_some_and(|vector| is_initial_value(flow, vector))
}

/// Returns whether the algorithm in a call's first argument ends in one of these, whichever of several it is.
fn algorithm_ends_in<'a>(flow: &mut Flow<'a>, call: Node<'a>, ends: &[&str]) -> bool {
    let Some(algorithm) = call.argument_at(0) else { return false };
    let algorithm = flow.value(algorithm);
    alternatives(flow, algorithm).into_iter().all(|name| {
        let name = constant_text(flow, name).map(|name| name.to_ascii_lowercase());
        name.is_some_and(|name| ends.iter().any(|end| name.ends_with(end)))
    })
}

/// Returns whether bytes are the initial value of RFC 3394, eight times A6.
fn is_initial_value<'a>(flow: &mut Flow<'a>, vector: Term) -> bool {
    let made = flow.node(flow.place(vector));
    let number = |at: usize| made.argument_at(at).and_then(Node::number);
    match made.callee_method() {
        Some("alloc") => number(0) == Some(8.0) && number(1) == Some(f64::from(0xa6)),
        Some("from") => {
            made.argument_at(0).and_then(Node::string).is_some_and(|text| text.eq_ignore_ascii_case("a6a6a6a6a6a6a6a6"))
        }
        _ => false,
    }
}

/// Returns the value of an option in an object literal of the call, or in a variable.
fn option<'a>(options: Node<'a>, name: &str) -> Option<Node<'a>> {
    let object = match options.variable() {
        Some(variable) => variable.init()?,
        None => options,
    };
    object.properties().iter().find(|property| property.key_identifier() == Some(name))?.value()
}

/// Returns whether a buffer is filled after it is made: a function fills it, a method writes to it, or an item of it is
/// assigned.
fn is_filled(vector: Node<'_>) -> bool {
    const FILLING: &[&str] = &["getRandomValues", "randomFill", "randomFillSync", "readSync"];
    const WRITING: &[&str] = &["copy", "fill", "set", "write", "writeUInt32BE", "writeUInt32LE"];
    /// The maximum number of uses of the buffer that are examined.
    const MAX_USES: usize = 40;
    let Some(variable) = vector.variable() else { return false };
    variable.references().take(MAX_USES).any(|reference| {
        let Some(parent) = reference.parent() else { return false };
        if parent.is(Kind::CallExpression) {
            let name = parent.callee_method().or(parent.callee_name());
            return name.is_some_and(|name| FILLING.contains(&name) || name == "copy");
        }
        let is_item_set = parent.computed()
            && parent.parent().is_some_and(|user| user.is(Kind::AssignmentExpression) && user.left() == Some(parent));
        let is_method = parent.object() == Some(reference)
            && parent.property_identifier().is_some_and(|method| WRITING.contains(&method));
        is_item_set || is_method
    })
}

/// The maximum nesting of terms that is searched.
const MAX_DEPTH: usize = 8;

/// Returns the reason, in words, why a vector is the same for all messages.
fn fixed<'a>(flow: &mut Flow<'a>, vector: Term, (call, key): (Node<'a>, Option<Term>), depth: usize) -> Option<String> {
    if depth > MAX_DEPTH {
        return None;
    }
    let place = flow.node(flow.place(vector));
    match &*flow.kind(vector) {
        TermKind::Const(Const::String(text)) if !text.is_empty() => Some(format!("the vector {}", snippet(place))),
        _ if key.is_some_and(|key| is_part(flow, vector, key)) => Some("a vector that is a part of the key".to_owned()),
        // A typed array of a length consists of zeros.
        TermKind::Const(Const::Number(_)) => Some("a vector of zeros".to_owned()),
        TermKind::Op(name, _) if &**name == "Buffer.alloc" => Some(filled(place)),
        TermKind::Op(name, arguments) if OF_FIRST.contains(&&**name) => {
            fixed(flow, *arguments.first()?, (call, key), depth + 1)
        }
        TermKind::Api(path) => of_api(flow, path, place, call),
        TermKind::Guarded(value, _) => fixed(flow, *value, (call, key), depth + 1),
        TermKind::Logic(Logic::Or | Logic::Coalesce, left, right) => {
            let (left, right) = (*left, *right);
            fixed(flow, left, (call, key), depth + 1).or_else(|| fixed(flow, right, (call, key), depth + 1))
        }
        // An item of a list, a default where the caller gives none.
        TermKind::Union(members) => {
            let all: Option<Vec<String>> =
                members.iter().map(|&member| fixed(flow, member, (call, key), depth + 1)).collect();
            all?.into_iter().next()
        }
        _ => None,
    }
}

/// Describes the vector that a call fills with one byte.
fn filled(made: Node<'_>) -> String {
    match made.argument_at(1).filter(|byte| byte.number() != Some(0.0)) {
        Some(_) => format!("the vector {}", snippet(made)),
        None => "a vector of zeros".to_owned(),
    }
}

/// Operations that return their first argument in another form.
const OF_FIRST: &[&str] =
    &[".padEnd", ".padStart", ".repeat", ".slice", ".subarray", ".substr", ".substring", ".toString", "Buffer.from"];

/// Returns whether a vector is a piece of the key.
fn is_part(flow: &Flow<'_>, vector: Term, key: Term) -> bool {
    let mut next = vector;
    for _ in 0..MAX_DEPTH {
        match &*flow.kind(next) {
            TermKind::Op(name, arguments) if OF_FIRST.contains(&&**name) => match arguments.first() {
                Some(&first) => next = first,
                None => return false,
            },
            TermKind::Guarded(value, _) => next = *value,
            _ => break,
        }
        let is_same_source = match (&*flow.kind(next), &*flow.kind(key)) {
            (TermKind::Source(one), TermKind::Source(other)) => one == other,
            _ => false,
        };
        if next == key || is_same_source {
            return true;
        }
    }
    false
}

/// Describes a constant vector that a library's function returns: zeros, random bytes that are made once, a value that
/// is computed from constants.
fn of_api<'a>(flow: &mut Flow<'a>, path: &str, place: Node<'a>, call: Node<'a>) -> Option<String> {
    match path {
        "Buffer.alloc()" | "Uint8Array()" => {
            let first = place.argument_at(0)?;
            let length = flow.value(first);
            let is_length = matches!(&*flow.kind(length), TermKind::Const(Const::Number(_)));
            is_length.then(|| filled(place))
        }
        "crypto.randomBytes()" | "crypto.getRandomValues()" => {
            let made_in = flow.function_of(place);
            let used_in = flow.function_of(call);
            let once =
                made_in != used_in && !flow.node(used_in).is(Kind::Program) && call.is_within(flow.node(made_in));
            once.then(|| "a vector that is made once".to_owned())
        }
        path if path.starts_with("process.env.") && !path.ends_with("()") => {
            Some(format!("the vector of the environment, {}", snippet(place)))
        }
        _ => (is_derivation(path) && is_constant_chain(flow, place, 0))
            .then(|| format!("a vector that is computed from constants, {}", snippet(place))),
    }
}

/// Returns whether a path is that of a function that returns the same result for the same arguments.
fn is_derivation(path: &str) -> bool {
    const DERIVING: &[&str] =
        &["crypto-js.enc.", "crypto.createHash()", "crypto.createHmac()", "crypto.pbkdf2Sync()", "crypto.scryptSync()"];
    DERIVING.iter().any(|begin| path.starts_with(begin))
}

/// Returns whether all arguments in a chain of calls are constants, or come from the environment.
fn is_constant_chain<'a>(flow: &mut Flow<'a>, node: Node<'a>, depth: usize) -> bool {
    if depth > MAX_DEPTH {
        return false;
    }
    let arguments: Vec<Node<'a>> = node.arguments().iter().take(MAX_DEPTH).collect();
    let are_constant = arguments.into_iter().all(|argument| {
        let value = flow.value(argument);
        match &*flow.kind(value) {
            TermKind::Const(_) => true,
            TermKind::Api(path) if path.starts_with("process.env.") => true,
            TermKind::Api(path) if is_derivation(path) => {
                let place = flow.node(flow.place(value));
                is_constant_chain(flow, place, depth + 1)
            }
            _ => false,
        }
    });
    are_constant
        && match node.callee().or_else(|| node.object()) {
            Some(inner) if inner.is_any(&[Kind::CallExpression, Kind::MemberExpression]) => {
                is_constant_chain(flow, inner, depth + 1)
            }
            _ => true,
        }
}

impl StatelessRule for StaticIv {
    const META: Meta = Meta {
        id: "oxsec/static-iv",
        cwe: 329,
        owasp: "A02:2021 Cryptographic Failures",
        cvss: 6.5,
        on: &[AstType::Program],
        filters: Filters::PROOFS,
        messages: &["staticIv"],
    };

    fn check<'a>(&self, _: Node<'a>, ctx: &mut Context<'a, '_>) {
        report_facts(ctx, &FACT, Level::Medium);
    }
}
