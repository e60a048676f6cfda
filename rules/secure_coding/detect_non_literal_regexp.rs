use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    engine::{Context, Filters, Level, Meta, Pattern, Rule, snippet},
    estree::{AstType, Kind, Literal, Node},
};

/// Finds regular expressions that are built from values, and those that repeat what already repeats.
///
/// ## Why
///
/// A pattern made from input matches what its sender chooses, and can be one that takes hours on a short
/// text. The same happens with a constant pattern that repeats a repetition, such as `(a+)+`.
///
/// ## What is found
///
/// Looked at are `RegExp(…)` and `new RegExp(…)` whose pattern is neither a string nor a template without
/// insertions, and all constant patterns for a group that ends in `+` or `*` and is itself repeated.
///
/// ## Example
///
/// ```js
/// const pattern = new RegExp(req.query.pattern);    // found
/// const pattern = /^[a-z]+$/;                       // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct DetectNonLiteralRegexp;

#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    /// Accepted for ESLint's sake; nothing reads it.
    allow_literals: bool,
    /// Accepted for ESLint's sake; nothing reads it.
    additional_patterns: Vec<String>,
    /// Accepted for ESLint's sake, 1 or more; nothing reads it: constant patterns are reported for their repetitions
    /// alone.
    max_pattern_length: f64,
}

impl Default for Options {
    fn default() -> Self {
        Self { allow_literals: false, additional_patterns: Vec::new(), max_pattern_length: 100.0 }
    }
}

static REPEATED_REPETITION: Pattern = Pattern::new(r"\([^)]*[+*]\)(?:[+*]|\{[0-9,]+\})").holding(&[")+", ")*", "){"]);

impl Rule for DetectNonLiteralRegexp {
    const META: Meta = Meta {
        id: "secure-coding/detect-non-literal-regexp",
        cwe: 1333,
        owasp: "A03:2021 Injection",
        cvss: 7.5,
        on: &[AstType::CallExpression, AstType::NewExpression, AstType::RegExpLiteral],
        filters: Filters { calls: &["RegExp"], ..Filters::NONE },
        messages: &["regexpReDoS"],
    };

    type Options = Options;
    type State = ();

    fn new(options: Options) -> Result<Self, String> {
        if options.max_pattern_length < 1.0 {
            return Err("`maxPatternLength` must be 1 or more".into());
        }
        Ok(Self)
    }

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, ()>) {
        if let Some(Literal::RegExp { pattern, .. }) = node.literal() {
            if REPEATED_REPETITION.is_match(pattern) {
                report_repetition(node, node, ctx);
            }
        } else if node.callee_name() == Some("RegExp")
            && let Some(pattern) = node.argument_at(0)
        {
            if !is_constant(pattern) {
                let what = format_args!("the pattern of {} is not a constant", snippet(node));
                let fix = format_args!("Write the pattern as a regex literal, or escape {} first", snippet(pattern));
                ctx.report(node, "regexpReDoS", Level::High, what, fix);
            } else if REPEATED_REPETITION.is_match(pattern.text()) {
                report_repetition(node, pattern, ctx);
            }
        }
    }
}

/// Returns whether a pattern is a string, or a template into which nothing is inserted.
fn is_constant(pattern: Node<'_>) -> bool {
    pattern.string().is_some() || pattern.is(Kind::TemplateLiteral) && pattern.expressions().is_empty()
}

fn report_repetition<'a>(node: Node<'a>, pattern: Node<'a>, ctx: &mut Context<'a, '_, ()>) {
    let what = format_args!("{} repeats a group that already repeats, and can take exponential time", snippet(pattern));
    ctx.report(node, "regexpReDoS", Level::Critical, what, "Keep one of the two quantifiers");
}
