use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    engine::{Context, Filters, Level, Meta, Needles, Rule, TestOptions, snippet},
    estree::{AstType, Kind, Node},
};

/// Finds values that are assigned to `innerHTML` or `outerHTML`.
///
/// ## Why
///
/// The browser parses such a value as HTML and runs the event handlers in it, so that text from a user, a
/// URL or a server becomes code on the page.
///
/// ## What is found
///
/// Every assignment is found whose value is neither a string nor a template without insertions, and whose
/// text names no sanitizer.
///
/// ## Example
///
/// ```js
/// list.innerHTML = `<li>${item.title}</li>`;             // found
/// list.innerHTML = DOMPurify.sanitize(item.html);        // fine
/// label.textContent = item.title;                        // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoInnerhtml {
    options: Options,
    sanitizers: Needles,
}

#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    #[serde(flatten)]
    tests: TestOptions<false>,
    /// Words that make a value fine which holds one.
    trusted_sanitizers: Vec<String>,
    /// Leaves strings alone.
    allow_literal_strings: bool,
}

impl Default for Options {
    fn default() -> Self {
        let sanitizers = ["DOMPurify.sanitize", "sanitize", "sanitizeHtml", "xss", "purify"];
        Self {
            tests: TestOptions::default(),
            trusted_sanitizers: sanitizers.map(String::from).into(),
            allow_literal_strings: true,
        }
    }
}

impl Rule for NoInnerhtml {
    const META: Meta = Meta {
        id: "browser-security/no-innerhtml",
        cwe: 79,
        owasp: "A03:2021 Injection",
        cvss: 6.1,
        on: &[AstType::AssignmentExpression],
        filters: Filters { required_words: &[&["innerHTML", "outerHTML"]], ..Filters::NONE },
        messages: &["dangerousInnerHTML"],
    };

    type Options = Options;
    type State = ();

    fn new(options: Options) -> Result<Self, String> {
        Ok(Self { sanitizers: Needles::of(&options.trusted_sanitizers), options })
    }

    fn check<'a>(&self, assignment: Node<'a>, ctx: &mut Context<'a, '_, ()>) {
        if self.options.tests.allow(ctx.path()) {
            return;
        }
        let Some(target) = assignment.left() else { return };
        let Some(property @ ("innerHTML" | "outerHTML")) = target.property_identifier() else { return };
        let Some(value) = assignment.right() else { return };
        if self.options.allow_literal_strings && is_fixed_text(value) || ctx.contains(value, &self.sanitizers) {
            return;
        }
        let what = format_args!("{} is parsed as HTML by {}", snippet(value), snippet(target));
        let fix = format_args!("Set textContent, or assign DOMPurify.sanitize(…) to {property}");
        ctx.report(assignment, "dangerousInnerHTML", Level::Critical, what, fix);
    }
}

fn is_fixed_text(value: Node<'_>) -> bool {
    value.string().is_some() || value.is(Kind::TemplateLiteral) && value.expressions().is_empty()
}
