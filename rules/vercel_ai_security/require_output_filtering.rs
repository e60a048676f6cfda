use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::calls_one_of;
use crate::{
    engine::{Context, Filters, Level, Meta, Needles, Rule, snippet, words},
    estree::{AstType, Kind, Node},
};

/// Finds tools that give a model what they fetch as it is.
///
/// ## Why
///
/// What a tool returns the model may repeat to whoever asks: hashes and tokens of the row that was fetched
/// too.
///
/// ## What is found
///
/// An arrow function that is the `execute` of an object is looked at where its body is a call: it is found
/// when the callee's text holds `query`, `find`, `select`, `fetch`, `get` or `read`, and none of `filter`,
/// `sanitize`, `redact` and `mask`. Upper and lower case are alike. Bodies with statements are not seen.
///
/// ## Example
///
/// ```js
/// tool({ execute: ({ id }) => users.findOne(id) });                     // found
/// tool({ execute: ({ id }) => redactUser(users.findOne(id)) });         // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct RequireOutputFiltering {
    sources: Needles,
    filters: Needles,
}

#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    /// The parts of texts that fetch data.
    data_source_patterns: Vec<String>,
    /// The parts of texts that filter it.
    filter_functions: Vec<String>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            data_source_patterns: words(&["query", "find", "select", "fetch", "get", "read"]),
            filter_functions: words(&["filter", "sanitize", "redact", "mask"]),
        }
    }
}

impl Rule for RequireOutputFiltering {
    const META: Meta = Meta {
        id: "vercel-ai-security/require-output-filtering",
        cwe: 200,
        owasp: "A01:2021 Broken Access Control",
        cvss: 6.5,
        on: &[AstType::ArrowFunctionExpression],
        filters: Filters { required_words: &[&["execute"]], ..Filters::NONE },
        messages: &["missingOutputFilter"],
    };

    type Options = Options;
    type State = ();

    fn new(options: Options) -> Result<Self, String> {
        Ok(Self {
            sources: Needles::of_ignoring_case(&options.data_source_patterns),
            filters: Needles::of_ignoring_case(&options.filter_functions),
        })
    }

    fn check<'a>(&self, function: Node<'a>, ctx: &mut Context<'a, '_, ()>) {
        let is_execute = function
            .parent()
            .is_some_and(|parent| parent.is(Kind::Property) && parent.key_identifier() == Some("execute"));
        let Some(fetched) = function.body().filter(|body| is_execute && body.is(Kind::CallExpression)) else { return };
        if !calls_one_of(fetched, &self.sources, ctx) || calls_one_of(fetched, &self.filters, ctx) {
            return;
        }
        let what = format_args!("The tool gives the model all of what {} fetches", snippet(fetched));
        let fix = "Return the fields that the model needs and no others, or put a redact(…) of your own around it";
        ctx.report(fetched, "missingOutputFilter", Level::Medium, what, fix);
    }
}
