use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::options_of;
use crate::{
    engine::{Context, Edit, Filters, Level, Meta, Rule, TestOptions, lower_cased, snippet},
    estree::{AstType, Kind, Node, to_lower_case},
};

/// Finds parsers of request bodies without a limit of their own, or with one that is too high.
///
/// ## Why
///
/// A body is held in memory as a whole and parsed while everyone waits: a few large ones at a time stop
/// the server.
///
/// ## What is found
///
/// Calls of `json`, `urlencoded`, `raw` and `text` on `express` or `bodyParser` are looked at: one without
/// arguments, an object of options without `limit`, and a `limit` that is one of the strings that count as
/// too high are found.
///
/// ## Example
///
/// ```js
/// app.use(express.json());                        // found
/// app.use(express.json({ limit: '50mb' }));       // found
/// app.use(express.json({ limit: '100kb' }));      // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct RequireExpressBodyParserLimits {
    tests: TestOptions<false>,
    /// In lower case.
    excessive: Vec<String>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    #[serde(flatten)]
    tests: TestOptions<false>,
    /// Accepted for ESLint's sake; nothing reads it.
    max_limit: f64,
    /// The limits that are too high, upper or lower case.
    excessive_limits: Vec<String>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            tests: TestOptions::default(),
            max_limit: 102_400.0,
            excessive_limits: ["100mb", "10mb", "1gb", "500mb", "50mb"].map(String::from).into(),
        }
    }
}

impl Rule for RequireExpressBodyParserLimits {
    const META: Meta = Meta {
        id: "express-security/require-express-body-parser-limits",
        cwe: 400,
        owasp: "A05:2021 Security Misconfiguration",
        cvss: 7.5,
        on: &[AstType::CallExpression],
        filters: Filters {
            calls: &["json", "raw", "text", "urlencoded"],
            required_words: &[&["bodyParser", "express"]],
            ..Filters::NONE
        },
        messages: &["missingLimit", "excessiveLimit", "addLimit"],
    };

    type Options = Options;
    type State = ();

    fn new(options: Options) -> Result<Self, String> {
        let excessive = lower_cased(&options.excessive_limits);
        Ok(Self { tests: options.tests, excessive })
    }

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_, ()>) {
        let Some(callee) = call.callee().filter(|&callee| is_parser(callee)) else { return };
        if self.tests.allow(ctx.path()) {
            return;
        }
        let options = options_of(call);
        if options.is_none() && !call.arguments().is_empty() {
            return;
        }
        let limit = options.and_then(|options| {
            options.properties().iter().find(|it| it.is(Kind::Property) && it.key_identifier() == Some("limit"))
        });
        let Some(limit) = limit else {
            let what = format_args!("{} takes bodies without a limit of its own", snippet(callee));
            let fix = "Set the limit that the route needs, limit: '100kb'";
            let edit = match options {
                None => Some(Edit::replace(call, format!("{}({{ limit: '100kb' }})", callee.text()))),
                Some(options) => options.properties().last().map(|last| Edit::insert_after(last, ", limit: '100kb'")),
            };
            let finding = ctx.report(call, "missingLimit", Level::High, what, fix);
            if let Some(edit) = edit {
                finding.suggest("addLimit", "Add a limit", edit);
            }
            return;
        };
        if limit.value().and_then(Node::string).is_some_and(|size| self.is_excessive(size)) {
            let what = format_args!("{} takes bodies that fill the memory: {}", snippet(callee), snippet(limit));
            let fix = "Lower it to what the route needs, limit: '100kb', and stream larger uploads";
            ctx.report(limit, "excessiveLimit", Level::Medium, what, fix);
        }
    }
}

impl RequireExpressBodyParserLimits {
    fn is_excessive(&self, size: &str) -> bool {
        let size = to_lower_case(size);
        self.excessive.iter().any(|limit| *limit == size)
    }
}

fn is_parser(callee: Node<'_>) -> bool {
    matches!(callee.object().and_then(Node::identifier), Some("bodyParser" | "express"))
        && matches!(callee.property_identifier(), Some("json" | "raw" | "text" | "urlencoded"))
}
