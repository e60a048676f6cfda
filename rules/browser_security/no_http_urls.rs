use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;
use url::Url;

use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, shorten},
    estree::{AstType, Node},
};

/// Finds addresses that are written with `http://`.
///
/// ## Why
///
/// Everybody on the way can read what is sent there and answer in the server's place.
///
/// ## What is found
///
/// Strings and parts of templates that begin with `http://` are found, unless their host is allowed. The host is read
/// as browsers read it: `http://0x7f.1` is `127.0.0.1`. Where the text is no address, any mention of an allowed host in
/// it makes it fine.
///
/// ## Example
///
/// ```js
/// const api = 'http://api.example.com/v1';       // found
/// const api = 'http://localhost:3000/v1';        // fine
/// const api = 'https://api.example.com/v1';      // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct NoHttpUrls(Options);

#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    /// Hosts that may be addressed without encryption.
    allowed_hosts: Vec<String>,
    /// Ports that may be addressed without encryption.
    allowed_ports: Vec<f64>,
}

impl Default for Options {
    fn default() -> Self {
        Self { allowed_hosts: ["localhost", "127.0.0.1"].map(String::from).into(), allowed_ports: Vec::new() }
    }
}

const SCHEME: &str = "http://";

impl StatelessRule for NoHttpUrls {
    const META: Meta = Meta {
        id: "browser-security/no-http-urls",
        cwe: 319,
        owasp: "A02:2021 Cryptographic Failures",
        cvss: 5.9,
        on: &[AstType::StringLiteral, AstType::TemplateElement],
        filters: Filters { required_words: &[&["http"]], string_bytes: b":", ..Filters::NONE },
        messages: &["insecureHttp", "insecureHttpWithException"],
    };

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_>) {
        let Some(address) = node.string().or_else(|| node.cooked()) else { return };
        let begin = address.as_bytes().get(..SCHEME.len());
        if !begin.is_some_and(|begin| begin.eq_ignore_ascii_case(SCHEME.as_bytes())) || self.allows(address) {
            return;
        }
        let has_exceptions = !self.0.allowed_hosts.is_empty() || !self.0.allowed_ports.is_empty();
        let message_id = if has_exceptions { "insecureHttpWithException" } else { "insecureHttp" };
        let what = format_args!("{} is an address without encryption", shorten(address));
        ctx.report(node, message_id, Level::Medium, what, "Write https:// in place of http://");
    }
}

impl NoHttpUrls {
    fn allows(&self, address: &str) -> bool {
        let Options { allowed_hosts, allowed_ports } = &self.0;
        match Url::parse(address) {
            Ok(url) => {
                let is_allowed_port = |port: u16| allowed_ports.contains(&f64::from(port));
                allowed_hosts.iter().any(|host| Some(&**host) == url.host_str())
                    || url.port().is_some_and(is_allowed_port)
            }
            Err(_) => allowed_hosts.iter().any(|host| address.contains(host)),
        }
    }
}
