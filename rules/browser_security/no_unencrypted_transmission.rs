use std::collections::BTreeMap;

use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    engine::{Context, Edit, Filters, Ignored, Level, Meta, Needles, Rule, TestOptions, shorten, snippet, words},
    estree::{AstType, Kind, Node, to_lower_case},
};

/// Finds addresses whose protocol does not encrypt.
///
/// ## Why
///
/// Everybody on the way can read and change what is sent, passwords of databases included.
///
/// ## What is found
///
/// Found are strings and parts of templates that hold `http://`, `ws://`, `ftp://`, `tcp://`, `mongodb://`, `redis://`
/// or `mysql://`, and not the encrypted protocol's name too. The suggestion writes that.
///
/// ## Example
///
/// ```js
/// const cache = createClient('redis://cache.internal:6379');        // found
/// const cache = createClient('rediss://cache.internal:6379');       // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoUnencryptedTransmission {
    tests: TestOptions<false>,
    protocols: Vec<Protocol>,
    names: Needles,
    ignored: Ignored,
}

struct Protocol {
    name: String,
    /// In lower case.
    lower: String,
    /// The encrypted one.
    secure: Option<String>,
}

#[derive(Default, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    #[serde(flatten)]
    tests: TestOptions<false>,
    /// The protocols that are found; an empty list is the default one.
    insecure_protocols: Vec<String>,
    /// The protocol to write in place of each.
    secure_alternatives: BTreeMap<String, String>,
    /// JavaScript regular expressions without look-around and regardless of case, for code that is fine.
    ignore_patterns: Vec<String>,
}

const PROTOCOLS: &[&str] = &["http://", "ws://", "ftp://", "tcp://", "mongodb://", "redis://", "mysql://"];

const ALTERNATIVES: &[(&str, &str)] = &[
    ("ftp://", "ftps://"),
    ("http://", "https://"),
    ("mongodb://", "mongodb+srv://"),
    ("mysql://", "mysqls://"),
    ("redis://", "rediss://"),
    ("tcp://", "tls://"),
    ("ws://", "wss://"),
];

impl Rule for NoUnencryptedTransmission {
    const META: Meta = Meta {
        id: "browser-security/no-unencrypted-transmission",
        cwe: 319,
        owasp: "A02:2021 Cryptographic Failures",
        cvss: 7.4,
        on: &[AstType::StringLiteral, AstType::TemplateLiteral],
        filters: Filters { string_bytes: b":", ..Filters::NONE },
        messages: &["unencryptedTransmission"],
    };

    type Options = Options;
    type State = ();

    fn new(options: Options) -> Result<Self, String> {
        let names = match &options.insecure_protocols[..] {
            [] => words(PROTOCOLS),
            names => names.to_vec(),
        };
        let protocol = |name: &String| {
            let lower = to_lower_case(name).into_owned();
            let known = || ALTERNATIVES.iter().find(|(insecure, _)| *insecure == lower).map(|&(_, it)| it.to_string());
            let secure = options.secure_alternatives.get(&lower).cloned().or_else(known).filter(|it| !it.is_empty());
            Protocol { name: name.clone(), lower, secure }
        };
        Ok(Self {
            tests: options.tests,
            protocols: names.iter().map(protocol).collect(),
            names: Needles::of_ignoring_case(&names),
            ignored: Ignored::new(&options.ignore_patterns)?,
        })
    }

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, ()>) {
        let is_lenient = self.tests.allow(ctx.path());
        if let Some(text) = node.string() {
            let Some(protocol) = self.insecure_protocol(text) else { return };
            if is_lenient && node.text().contains("localhost") || self.ignored.covers(node) {
                return;
            }
            let what = format_args!("{} is sent without encryption over {}", snippet(node), shorten(&protocol.name));
            if let Some(secure) = &protocol.secure {
                let fix = format_args!("Write {} in place of {}", shorten(secure), shorten(&protocol.name));
                let replaced = replace_ignoring_case(text, &protocol.name, secure);
                // A string is always serialized.
                let literal = serde_json::to_string(&replaced).unwrap_or_default();
                ctx.report(node, "unencryptedTransmission", Level::High, what, fix).suggest(
                    "useHttps",
                    format!("Write {}", shorten(secure)),
                    Edit::replace(node, literal),
                );
            } else {
                ctx.report(node, "unencryptedTransmission", Level::High, what, ENCRYPT);
            }
        } else if node.is(Kind::TemplateLiteral) && !is_lenient {
            for part in node.quasis().iter() {
                let Some(protocol) = part.raw().and_then(|raw| self.insecure_protocol(raw)) else { continue };
                if self.ignored.covers(node) {
                    return;
                }
                let what =
                    format_args!("{} is sent without encryption over {}", snippet(node), shorten(&protocol.name));
                match &protocol.secure {
                    Some(secure) => {
                        let fix = format_args!("Write {} in place of {}", shorten(secure), shorten(&protocol.name));
                        ctx.report(part, "unencryptedTransmission", Level::High, what, fix);
                    }
                    None => {
                        ctx.report(part, "unencryptedTransmission", Level::High, what, ENCRYPT);
                    }
                }
            }
        }
    }
}

const ENCRYPT: &str = "Use the protocol over TLS";

impl NoUnencryptedTransmission {
    /// Returns the first of the protocols that a text holds without the encrypted one.
    fn insecure_protocol(&self, text: &str) -> Option<&Protocol> {
        if text.is_ascii() && !self.names.is_in(text) {
            return None;
        }
        let text = to_lower_case(text);
        let is_encrypted = |secure: &String| text.contains(&*to_lower_case(secure));
        self.protocols.iter().find(|Protocol { lower, secure, .. }| {
            text.contains(&**lower) && !secure.as_ref().is_some_and(is_encrypted)
        })
    }
}

/// Replaces every occurrence of a word, upper and lower case of ASCII letters alike.
fn replace_ignoring_case(text: &str, word: &str, by: &str) -> String {
    let mut replaced = String::with_capacity(text.len() + by.len());
    let mut rest = text;
    while let Some(next) = rest.chars().next() {
        match rest.get(..word.len()) {
            Some(begin) if !word.is_empty() && begin.eq_ignore_ascii_case(word) => {
                replaced.push_str(by);
                rest = &rest[word.len()..];
            }
            _ => {
                replaced.push(next);
                rest = &rest[next.len_utf8()..];
            }
        }
    }
    replaced
}
