//! Helpers that the rules on JSON Web Tokens share: the calls that make, check and read a token, and their options.

use crate::estree::{Kind, Node};

/// The calls that issue a token: `jwt.sign(payload, secret, options)`.
pub(super) const SIGN: &[&str] = &["SignJWT", "sign", "signJWT"];
/// The calls that check one: `jwt.verify(token, secret, options)`.
pub(super) const VERIFY: &[&str] = &["jwtVerify", "verify", "verifyJWT"];
/// Both.
pub(super) const SIGN_OR_VERIFY: &[&str] = &["SignJWT", "jwtVerify", "sign", "signJWT", "verify", "verifyJWT"];
/// The calls that read one without checking it: `jwt.decode(token)`.
const DECODE: &[&str] = &["decode", "decodeJWT", "jwtDecode"];

/// The options that name the algorithms.
pub(super) const ALGORITHM: &[&str] = &["alg", "algorithm", "algorithms"];

/// Returns whether a call issues a token, by the name of the function or method alone.
pub(super) fn signs(call: Node<'_>) -> bool {
    calls(call, SIGN)
}

/// Returns whether a call checks a token, by the name of the function or method alone.
pub(super) fn verifies(call: Node<'_>) -> bool {
    calls(call, VERIFY)
}

/// Returns whether a call reads a token without checking it, by the name of the function or method alone.
pub(super) fn decodes(call: Node<'_>) -> bool {
    calls(call, DECODE)
}

fn calls(call: Node<'_>, names: &[&str]) -> bool {
    call.callee_name().or_else(|| call.callee_method()).is_some_and(|name| names.contains(&name))
}

/// The options of a call that signs or verifies, where they are written out as an object.
pub(super) fn options_of(call: Node<'_>) -> Option<Node<'_>> {
    call.argument_at(2).filter(|options| options.is(Kind::ObjectExpression))
}

/// The value of the first property of an object that has one of these names.
pub(super) fn property_value<'a>(object: Node<'a>, names: &[&str]) -> Option<Node<'a>> {
    object.property_named(names)?.value()
}

/// Returns where a verification lacks an option of any of these names: its options, or the whole call where it has
/// none.
pub(super) fn lacks_option<'a>(call: Node<'a>, names: &[&str]) -> Option<Node<'a>> {
    if !verifies(call) || call.arguments().len() < 2 {
        return None;
    }
    match options_of(call) {
        Some(options) => property_value(options, names).is_none().then_some(options),
        None => Some(call),
    }
}
