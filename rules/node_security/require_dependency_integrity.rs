use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    engine::{Context, Filters, Level, Meta, Needles, StatelessRule, snippet},
    estree::{AstType, Kind, Node},
};

/// Finds scripts and style sheets that a page takes from a content delivery network unchecked.
///
/// ## Why
///
/// Whoever takes over the network or the package there runs code in every page that loads it. With an
/// `integrity` hash the browser refuses a file that is not the one that was meant.
///
/// ## What is found
///
/// String literals and templates are looked at that hold a `<script` with `src=` or a `<link` with
/// `href=`, name a CDN (`cdn.`, `cdnjs.`, `unpkg.`, `jsdelivr.`) and hold no `integrity=`.
///
/// ## Example
///
/// ```js
/// head += '<script src="https://unpkg.com/vue@3"></script>';                              // found
/// head += '<script src="https://unpkg.com/vue@3.4.0" integrity="sha384-…"></script>';     // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct RequireDependencyIntegrity;

static SCRIPT: Needles = Needles::ignoring_case(&["<script"]);
static SCRIPT_SOURCE: Needles = Needles::ignoring_case(&["src="]);
static LINK: Needles = Needles::ignoring_case(&["<link"]);
static LINK_SOURCE: Needles = Needles::ignoring_case(&["href="]);
static NETWORK: Needles = Needles::ignoring_case(&["cdn.", "cdnjs.", "jsdelivr.", "unpkg."]);
static INTEGRITY: Needles = Needles::ignoring_case(&["integrity="]);

impl StatelessRule for RequireDependencyIntegrity {
    const META: Meta = Meta {
        id: "node-security/require-dependency-integrity",
        cwe: 494,
        owasp: "A08:2021 Software and Data Integrity Failures",
        cvss: 7.5,
        on: &[AstType::StringLiteral, AstType::TemplateLiteral],
        filters: Filters { string_bytes: b"<", required_words: &[&["<link", "<script"]], ..Filters::NONE },
        messages: &["violationDetected"],
    };

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_>) {
        let unchecked = match node.string() {
            Some(value) => loads_unchecked(|needles| needles.is_in(value)),
            // A template's text holds the code of its insertions too.
            None => node.is(Kind::TemplateLiteral) && loads_unchecked(|needles| ctx.contains(node, needles)),
        };
        if unchecked {
            let what = format_args!("{} loads code from a network that can change it", snippet(node));
            let fix = "Name the exact version and add integrity=\"sha384-…\" crossorigin=\"anonymous\" to the tag";
            ctx.report(node, "violationDetected", Level::High, what, fix);
        }
    }
}

/// Returns whether a text that holds what `holds` says has a tag that loads from a CDN without a hash.
fn loads_unchecked(mut holds: impl FnMut(&'static Needles) -> bool) -> bool {
    (holds(&SCRIPT) && holds(&SCRIPT_SOURCE) || holds(&LINK) && holds(&LINK_SOURCE))
        && holds(&NETWORK)
        && !holds(&INTEGRITY)
}
