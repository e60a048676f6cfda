use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    engine::{Context, Filters, Level, Meta, Needles, StatelessRule, snippet},
    estree::{AstType, Kind, Node, to_lower_case},
};

/// Finds passwords, tokens and keys that are sent in a URL's query.
///
/// ## Why
///
/// Addresses are kept: in the browser's history, in the logs of servers and proxies, in the `Referer` of the next
/// request.
///
/// ## What is found
///
/// Found are strings with `password=`, `token=`, `apikey=`, `secret=` or `auth=` after a `?` or `&`, and templates
/// whose text holds one of these anywhere.
///
/// ## Example
///
/// ```js
/// fetch(`/api/orders?token=${token}`);                                        // found
/// fetch('/api/orders', { headers: { Authorization: `Bearer ${token}` } });    // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct NoCredentialsInQueryParams;

static PARAMETERS: Needles = Needles::ignoring_case(&["apikey=", "auth=", "password=", "secret=", "token="]);

static IN_QUERY: Needles = Needles::new(&[
    "&apikey=",
    "&auth=",
    "&password=",
    "&secret=",
    "&token=",
    "?apikey=",
    "?auth=",
    "?password=",
    "?secret=",
    "?token=",
]);

/// The Kelvin sign, whose small letter is a `k`.
static KELVIN: Needles = Needles::new(&["\u{212A}"]);

impl StatelessRule for NoCredentialsInQueryParams {
    const META: Meta = Meta {
        id: "browser-security/no-credentials-in-query-params",
        cwe: 598,
        owasp: "A04:2021 Insecure Design",
        cvss: 6.5,
        on: &[AstType::StringLiteral, AstType::TemplateLiteral],
        filters: Filters {
            required_words: &[&["apikey", "auth", "password", "secret", "token"]],
            string_bytes: b"=",
            ..Filters::NONE
        },
        messages: &["violationDetected"],
    };

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_>) {
        let sends_credentials = if node.is(Kind::TemplateLiteral) {
            ctx.contains(node, &PARAMETERS)
                || ctx.contains(node, &KELVIN) && PARAMETERS.is_in(&to_lower_case(node.searched_text()))
        } else {
            node.string().is_some_and(|text| IN_QUERY.is_in(&to_lower_case(text)))
        };
        if sends_credentials {
            let what = format_args!("{} sends a credential in the address", snippet(node));
            let fix = "Send it in the Authorization header or in the body of a POST request";
            ctx.report(node, "violationDetected", Level::High, what, fix);
        }
    }
}
