use documented::Documented;
use serde::Deserialize;

use crate::{
    engine::{Context, Filters, Level, Meta, Needles, Rule, is_test_file, snippet},
    estree::{AstType, Kind, Node},
};

/// Finds values that are assigned to `innerHTML` or `outerHTML`.
///
/// The browser parses such a value as HTML and runs the event handlers in it, so that text from a user, a
/// URL or a server becomes code on the page.
///
/// Every assignment is found whose value is neither a string nor a template without insertions, and whose
/// text names no sanitizer.
///
/// ```js
/// list.innerHTML = `<li>${item.title}</li>`;             // found
/// list.innerHTML = DOMPurify.sanitize(item.html);        // fine
/// label.textContent = item.title;                        // fine
/// ```
///
/// Options: `allowInTests` (`false`) leaves test files alone; `trustedSanitizers` are words that make a
/// value fine which holds one (`DOMPurify.sanitize`, `sanitize`, `sanitizeHtml`, `xss`, `purify`);
/// `allowLiteralStrings` (`true`) leaves strings alone.
#[derive(Documented)]
#[documented(trim = false)]
pub struct NoInnerhtml {
    options: Options,
    sanitizers: Needles,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Options {
    allow_in_tests: bool,
    trusted_sanitizers: Vec<String>,
    allow_literal_strings: bool,
}

impl Default for Options {
    fn default() -> Self {
        let sanitizers = ["DOMPurify.sanitize", "sanitize", "sanitizeHtml", "xss", "purify"];
        Self {
            allow_in_tests: false,
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
        filters: Filters { words: &[&["innerHTML", "outerHTML"]], ..Filters::NONE },
        messages: &["dangerousInnerHTML"],
    };

    type Options = Options;
    type State = ();

    fn new(options: Options) -> Result<Self, String> {
        Ok(Self { sanitizers: Needles::of(&options.trusted_sanitizers), options })
    }

    fn check<'a>(&self, assignment: Node<'a>, ctx: &mut Context<'a, '_, ()>) {
        if self.options.allow_in_tests && is_test_file(ctx.path()) {
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
