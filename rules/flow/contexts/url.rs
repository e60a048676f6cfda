//! Addresses that requests go to, or browsers.

use std::borrow::Cow;

use super::Verdict;
use crate::flow::witness::{Address, OPAQUE, PLACEHOLDER, parse_address};

/// The host that payloads name.
const EVIL: &str = "evil.example";

/// How names begin that payloads put before the end that a check looks for.
pub(crate) const EVIL_BEGINNING: &str = "zqevil";

/// Returns whether a host is one that an attacker can have.
fn is_evil(host: &str) -> bool {
    let domain = host.rmatch_indices('.').nth(1).map_or(host, |(at, _)| &host[at + 1..]);
    host.ends_with(EVIL) || domain.starts_with(EVIL_BEGINNING)
}

/// Returns a verdict if a request goes to the payloads' host, or leaves the path that the program chose.
pub(super) fn request(text: &str, benign: Option<&str>) -> Option<Verdict> {
    // An address that begins with a placeholder has a host that the program chooses.
    let text: Cow<'_, str> = if text.starts_with(OPAQUE) || text.starts_with(PLACEHOLDER) {
        format!("https://{text}").into()
    } else {
        text.into()
    };
    let there = parse_address(&text, None);
    let host = match &there {
        Some(address) => address.host.clone(),
        // `host` and `hostname` options.
        None => {
            text.split(['/', '?', '#', ':']).next().filter(|it| is_host(it)).unwrap_or_default().to_ascii_lowercase()
        }
    };
    if is_evil(&host) {
        return Verdict::ordinary("the host of a request");
    }
    leaves_path(&there?, benign?).then(|| Verdict::ordinary("the path of a request"))?
}

/// Returns whether a text has only characters that a host may have, with a user's name before it.
fn is_host(text: &str) -> bool {
    text.chars().all(|it| it.is_alphanumeric() || matches!(it, '.' | '-' | '_' | '@' | '%'))
}

/// Returns whether an address leads out of the path that a harmless input stays in.
fn leaves_path(there: &Address, benign: &str) -> bool {
    let Some(harmless) = parse_address(benign, None) else { return false };
    let Some(prefix) = harmless.path.find("zq").and_then(|at| harmless.path[..at].rfind('/')) else { return false };
    // The folder itself is within the path.
    let (folder, within) = (&harmless.path[..prefix], &harmless.path[..=prefix]);
    prefix > 0 && there.host == harmless.host && there.path != folder && !there.path.starts_with(within)
}

/// Returns a verdict if an address is a script.
pub(super) fn script(text: &str) -> Option<Verdict> {
    let address = parse_address(text, Some(&Address { scheme: "https:".into(), ..Address::default() }))?;
    (address.scheme == "javascript:").then(|| Verdict::ordinary("the scheme of an address"))?
}

/// Returns a verdict if a browser is sent to the payloads' host, or runs a script.
pub(super) fn redirect(text: &str) -> Option<Verdict> {
    let base = Address { scheme: "https:".into(), host: "zo.internal".into(), path: "/a".into(), ..Address::default() };
    let address = parse_address(text, Some(&base))?;
    if address.scheme == "javascript:" {
        return script(text);
    }
    is_evil(&address.host).then(|| Verdict::ordinary("the host of an address"))?
}

/// Returns a verdict if an attacker can own an origin: its domain is one that anybody may register.
pub(super) fn origin(text: &str) -> Option<Verdict> {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
    let host = host.split([':', '/', ',']).next()?;
    let domain = match host.rmatch_indices('.').nth(1) {
        Some((at, _)) => &host[at + 1..],
        None => host,
    };
    domain.contains("evil").then(|| Verdict::ordinary("an allowed origin"))?
}
