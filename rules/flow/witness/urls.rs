//! Addresses: percent encoding, `URL`, `url.parse`.

use std::{borrow::Cow, rc::Rc};

use super::value::Val;

/// Percent-encodes all bytes but letters, digits and those in `keep`; `None` if a surrogate is unpaired.
pub(super) fn percent_encode(units: &[u16], keep: &[u8]) -> Option<Val> {
    let text = String::from_utf16(units).ok()?;
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let mut encoded = String::with_capacity(3 * text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || keep.contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            let digit = |place: u8| char::from(DIGITS[usize::from(place)]);
            encoded.extend(['%', digit(byte >> 4), digit(byte & 15)]);
        }
    }
    Some(Val::text(&encoded))
}

/// Decodes percent-encoded text; `None` if a sequence is malformed.
pub(super) fn percent_decode(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        if byte == b'%' {
            let digits = text.get(at + 1..at + 3)?;
            decoded.push(u8::from_str_radix(digits, 16).ok()?);
            at += 3;
        } else {
            decoded.push(byte);
            at += 1;
        }
    }
    String::from_utf8(decoded).ok()
}

/// The parts of an absolute address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Address {
    /// With the colon.
    pub scheme: String,
    pub credentials: String,
    pub host: String,
    pub port: String,
    pub path: String,
    /// With the question mark.
    pub query: String,
    /// With the hash.
    pub hash: String,
}

/// Parses an address as browsers do: special schemes accept backslashes for slashes, and any number of them.
pub(crate) fn parse(text: &str, base: Option<&Address>) -> Option<Address> {
    let text = text.trim_matches(|it: char| it <= ' ');
    let text: Cow<'_, str> = if text.contains(['\t', '\n', '\r']) {
        text.chars().filter(|it| !matches!(it, '\t' | '\n' | '\r')).collect::<String>().into()
    } else {
        text.into()
    };
    let scheme_end = text.find(':').filter(|&at| {
        at > 0
            && text.as_bytes()[0].is_ascii_alphabetic()
            && text[..at].bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
    });
    let (scheme, rest) = match scheme_end {
        Some(at) => (text[..=at].to_ascii_lowercase(), &text[at + 1..]),
        None => (String::new(), &*text),
    };
    let (rest, hash) = rest.split_at(rest.find('#').unwrap_or(rest.len()));
    let (rest, query) = rest.split_at(rest.find('?').unwrap_or(rest.len()));
    let with_slashes = |rest: &str| if rest.contains('\\') { rest.replace('\\', "/") } else { rest.to_string() };
    let special = |scheme: &str| matches!(scheme, "http:" | "https:" | "ws:" | "wss:" | "ftp:" | "file:");
    if scheme.is_empty() {
        let base = base?;
        let rest = if special(&base.scheme) { with_slashes(rest) } else { rest.to_string() };
        if rest.starts_with("//") {
            return parse(&format!("{}{rest}{query}{hash}", base.scheme), None);
        }
        let path = if rest.is_empty() {
            base.path.clone()
        } else if rest.starts_with('/') {
            rest
        } else {
            let folder = base.path.rfind('/').map_or("/", |at| &base.path[..=at]);
            format!("{folder}{rest}")
        };
        let path = super::paths::normalize(&path);
        return Some(Address { path, query: query.into(), hash: hash.into(), ..base.clone() });
    }
    if !special(&scheme) {
        return Some(Address {
            scheme,
            path: rest.into(),
            query: query.into(),
            hash: hash.into(),
            ..Address::default()
        });
    }
    let rest = with_slashes(rest);
    let rest = rest.trim_start_matches('/');
    let (authority, path) = match rest.find('/') {
        Some(at) => (&rest[..at], &rest[at..]),
        None => (rest, "/"),
    };
    let (credentials, host) = match authority.rfind('@') {
        Some(at) => (&authority[..at], &authority[at + 1..]),
        None => ("", authority),
    };
    let (host, port) = match host.rfind(':').filter(|&at| host[at + 1..].bytes().all(|byte| byte.is_ascii_digit())) {
        Some(at) => (&host[..at], &host[at + 1..]),
        None => (host, ""),
    };
    let host = percent_decode(host)?.to_ascii_lowercase();
    let is_host = |text: &str| text.chars().all(|it| it.is_alphanumeric() || "-._[]:".contains(it));
    if host.is_empty() && scheme != "file:" || !is_host(&host) {
        return None;
    }
    Some(Address {
        scheme,
        credentials: credentials.into(),
        host,
        port: port.into(),
        path: super::paths::normalize(path),
        query: query.into(),
        hash: hash.into(),
    })
}

impl Address {
    fn host_and_port(&self) -> String {
        if self.port.is_empty() { self.host.clone() } else { [&*self.host, ":", &self.port].concat() }
    }

    fn href(&self) -> String {
        let at = if self.credentials.is_empty() { "" } else { "@" };
        let colon = if self.port.is_empty() { "" } else { ":" };
        let slashes = if self.host.is_empty() && self.scheme != "file:" { "" } else { "//" };
        let place = [slashes, &self.credentials, at, &self.host, colon, &self.port];
        [&*self.scheme].into_iter().chain(place).chain([&*self.path, &self.query, &self.hash]).collect()
    }

    fn to_value(&self) -> Val {
        let origin =
            if self.host.is_empty() { "null".into() } else { [&*self.scheme, "//", &self.host_and_port()].concat() };
        let text = |text: &str| Val::text(text);
        Val::Object(Rc::new(vec![
            ("href".into(), text(&self.href())),
            ("protocol".into(), text(&self.scheme)),
            ("host".into(), text(&self.host_and_port())),
            ("hostname".into(), text(&self.host)),
            ("port".into(), text(&self.port)),
            ("origin".into(), text(&origin)),
            ("pathname".into(), text(&self.path)),
            ("search".into(), text(&self.query)),
            ("hash".into(), text(&self.hash)),
            ("username".into(), text(self.credentials.split(':').next().unwrap_or_default())),
        ]))
    }
}

pub(super) fn operation(name: &str, values: &[Val]) -> Option<Val> {
    let text = values.first()?.to_text()?;
    match name {
        "URL" => {
            let base = match values.get(1) {
                None | Some(Val::Undefined) => None,
                Some(Val::Opaque(_) | Val::Unknown { tainted: false }) => Some(Address {
                    scheme: "https:".into(),
                    host: "zo.internal".into(),
                    path: "/".into(),
                    ..Address::default()
                }),
                Some(base) => parse(&base.to_text()?, None),
            };
            // It throws on an invalid address.
            Some(parse(&text, base.as_ref()).map_or(Val::Impossible, |address| address.to_value()))
        }
        "url.parse" => {
            let base = Address { path: "/".into(), ..Address::default() };
            match parse(&text, Some(&base)) {
                Some(address) if !address.scheme.is_empty() => {
                    let mut value = match address.to_value() {
                        Val::Object(properties) => properties.to_vec(),
                        _ => return None,
                    };
                    value.push(("path".into(), Val::text(&format!("{}{}", address.path, address.query))));
                    Some(Val::Object(Rc::new(value)))
                }
                _ => {
                    let end = text.find(['?', '#']).unwrap_or(text.len());
                    let query_end = text.find('#').unwrap_or(text.len());
                    Some(Val::Object(Rc::new(vec![
                        ("href".into(), Val::text(&text)),
                        ("pathname".into(), Val::text(&text[..end])),
                        ("path".into(), Val::text(&text[..query_end])),
                        ("search".into(), Val::text(text.get(end..query_end).unwrap_or_default())),
                        ("host".into(), Val::Null),
                        ("hostname".into(), Val::Null),
                        ("protocol".into(), Val::Null),
                    ])))
                }
            }
        }
        "url.resolve" => {
            let base = parse(&text, None)?;
            parse(&values.get(1)?.to_text()?, Some(&base)).map(|address| Val::text(&address.href()))
        }
        "url.fileURLToPath" => {
            let path = text.strip_prefix("file://").unwrap_or(&text);
            percent_decode(path).map(|path| Val::text(&path))
        }
        "url.format" => Some(Val::text(&text)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn host(text: &str) -> Option<String> {
        parse(text, None).map(|address| address.host)
    }

    #[test]
    fn hosts_are_told_as_browsers_tell_them() {
        assert_eq!(host("https://a.example/x@b"), Some("a.example".into()));
        assert_eq!(host("https://a.example@b.example/"), Some("b.example".into()));
        assert_eq!(host(r"https:\\b.example\x"), Some("b.example".into()));
        assert_eq!(host("https:b.example"), Some("b.example".into()));
        assert_eq!(host("/x"), None);
        let base = parse("https://a.example/x/y", None).unwrap();
        assert_eq!(parse("//b.example", Some(&base)).unwrap().host, "b.example");
        assert_eq!(parse("../z", Some(&base)).unwrap().path, "/z");
        assert_eq!(parse("javascript:alert(1)", Some(&base)).unwrap().scheme, "javascript:");
    }

    #[test]
    fn percent_encoding_goes_both_ways() {
        let encoded = percent_encode(&"a/ü'".encode_utf16().collect::<Vec<_>>(), b"'").unwrap();
        assert_eq!(encoded, Val::text("a%2F%C3%BC'"));
        assert_eq!(percent_decode("a%2F%C3%BC'").as_deref(), Some("a/ü'"));
        assert_eq!(percent_decode("%"), None);
    }
}
