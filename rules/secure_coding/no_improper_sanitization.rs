use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    engine::{
        Context, Filters, Level, Matches, Meta, Needles, Pattern, Rule, SafetyChecker, SafetyMemo, snippet, words,
    },
    estree::{Around, AstType, Kind, Node},
};

/// Finds home-made sanitising, and output that nothing sanitises.
///
/// ## Why
///
/// Escaping `<` and leaving quotes and `&` alone still lets an attribute be closed and a handler be
/// added. What has to be escaped depends on where the text goes; libraries know, short functions do not.
///
/// ## What is found
///
/// Found are: `replace` with an expression that begins with `<` or `>`, unless quotes and `&` are escaped
/// in the same chain; calls of functions with `sanitize`, `escape` or `clean` in their name on something
/// that looks like input (`req.`, `body`, `query`, `params`, `input`, `data`); input that is assigned to
/// `innerHTML`; and strings with special characters that are assigned to `innerHTML` or `outerHTML` or
/// stand in a call of a method `write`, `send` or `json`.
///
/// ## Example
///
/// ```js
/// el.innerHTML = input.value;                          // found
/// el.innerHTML = DOMPurify.sanitize(input.value);      // fine
/// el.textContent = input.value;                        // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoImproperSanitization {
    safe_sanitizers: Needles,
    dangerous: Needles,
    safety: SafetyChecker,
}

#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    /// The sanitizers that are trusted, as parts of a name or of the assigned code.
    safe_sanitizers: Vec<String>,
    /// The special characters.
    dangerous_chars: Vec<String>,
    /// Accepted for ESLint's sake; nothing reads it.
    contexts: Vec<String>,
    /// Accepted for ESLint's sake; nothing reads it.
    trusted_libraries: Vec<String>,
    #[serde(flatten)]
    safety: SafetyChecker,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            safe_sanitizers: words(SAFE_SANITIZERS),
            dangerous_chars: words(DANGEROUS),
            contexts: Vec::new(),
            trusted_libraries: Vec::new(),
            safety: SafetyChecker::default(),
        }
    }
}

const SAFE_SANITIZERS: &[&str] = &["DOMPurify.sanitize", "encodeURI", "encodeURIComponent", "escape", "he.encode"];

/// The characters that are special in HTML, in a shell, or in code.
const DANGEROUS: &[&str] = &["\"", "$", "&", "'", "(", ")", ";", "<", ">", "`", "{", "|", "}"];

static TAG_REPLACED: Pattern = Pattern::new(r"replace\(\s*/[<>]").holding(&["replace("]);
static QUOTE_ESCAPED: Needles = Needles::new(&["&#039;", "&#x27;", "&quot;"]);
static AMPERSAND_ESCAPED: Needles = Needles::new(&["&amp;"]);

/// The words that a string holds whose special characters are escaped.
static ESCAPED: Needles = Needles::new(&["&#x27;", "&amp;", "&gt;", "&lt;", "&quot;"]);

/// The words that the name of a function holds that claims to make its argument safe.
static SANITIZER: Needles = Needles::ignoring_case(&["clean", "escape", "sanitize"]);

/// The words that code holds that handles input: as an argument, and assigned to `innerHTML`.
static INPUT_ARGUMENT: Needles = Needles::ignoring_case(&["body", "data", "input", "params", "query", "req."]);
static INPUT_AS_HTML: Needles = Needles::new(&["body", "input", "query", "req."]);

impl Rule for NoImproperSanitization {
    const META: Meta = Meta {
        id: "secure-coding/no-improper-sanitization",
        cwe: 116,
        owasp: "A03:2021 Injection",
        cvss: 7.5,
        on: &[AstType::CallExpression, AstType::AssignmentExpression, AstType::StringLiteral],
        filters: Filters {
            callee_words: &["clean", "escape", "replace", "sanitize"],
            string_bytes: b"\"$&'();<>`{|}",
            required_words: &[&[
                "clean",
                "escape",
                "innerhtml",
                "json",
                "outerhtml",
                "replace",
                "sanitize",
                "send",
                "write",
            ]],
            ..Filters::NONE
        },
        messages: &[
            "insufficientXssProtection",
            "incompleteHtmlEscaping",
            "unsafeReplaceSanitization",
            "dangerousSanitizerUsage",
        ],
    };

    type Options = Options;
    type State = State;

    fn new(options: Options) -> Result<Self, String> {
        Ok(Self {
            safe_sanitizers: Needles::of(&options.safe_sanitizers),
            dangerous: Needles::of(&options.dangerous_chars),
            safety: options.safety,
        })
    }

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        match node.kind() {
            Kind::CallExpression => self.check_call(node, ctx),
            Kind::AssignmentExpression => self.check_assignment(node, ctx),
            _ => self.check_literal(node, ctx),
        }
    }
}

#[derive(Default)]
pub(super) struct State {
    safety: SafetyMemo,
    tags_replaced: Matches,
    /// The memo of whether a node writes to a page or a response, or is within one that does.
    in_output: Around,
}

impl NoImproperSanitization {
    fn check_call<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        let Some(callee) = call.callee() else { return };
        if callee.property_identifier() == Some("replace") {
            if escapes_tags_only(call, ctx) && !self.safety.is_safe(call, &mut ctx.state.safety) {
                let what = "replace() escapes < or > and leaves quotes or & alone";
                let fix = "Escape & < > \" and ' together, or let a library such as he or DOMPurify do it";
                ctx.report(call, "incompleteHtmlEscaping", Level::Medium, what, fix);
            }
        } else if let Some(name) = callee.identifier()
            && SANITIZER.is_in(name)
            && !self.safe_sanitizers.is_in(name)
            && call.arguments().iter().any(|argument| ctx.contains(argument, &INPUT_ARGUMENT))
            && !self.safety.is_safe(call, &mut ctx.state.safety)
        {
            let what = format_args!("{name}() is not known to make input safe");
            let fix = "Use a library that is made for where the text goes: DOMPurify for HTML, parameters for SQL";
            ctx.report(call, "dangerousSanitizerUsage", Level::Low, what, fix);
        }
    }

    fn check_assignment<'a>(&self, assignment: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        let (Some(left), Some(right)) = (assignment.left(), assignment.right()) else { return };
        if left.is(Kind::MemberExpression)
            && left.property_identifier().is_some_and(|name| name.eq_ignore_ascii_case("innerHTML"))
            && ctx.contains(right, &INPUT_AS_HTML)
            && !ctx.contains(right, &self.safe_sanitizers)
            && !self.safety.is_safe(assignment, &mut ctx.state.safety)
        {
            let what = format_args!("{} takes input for HTML: {}", snippet(left), snippet(right));
            let fix = "Assign it to textContent, or pass it through DOMPurify.sanitize() first";
            ctx.report(right, "insufficientXssProtection", Level::High, what, fix);
        }
    }

    fn check_literal<'a>(&self, literal: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        if literal.string().is_some_and(|text| self.dangerous.is_in(text) && !ESCAPED.is_in(text))
            && ctx.state.in_output.any(literal, is_output)
            && !self.safety.is_safe(literal, &mut ctx.state.safety)
        {
            let what = format_args!("{} goes to the output with its special characters as they are", snippet(literal));
            let fix = "Build the output with a template engine or DOM calls that escape, and send data as data";
            ctx.report(literal, "unsafeReplaceSanitization", Level::Medium, what, fix);
        }
    }
}

/// Returns whether a chain of `replace` calls escapes angle brackets, and not all else that has to be escaped.
fn escapes_tags_only<'a>(call: Node<'a>, ctx: &mut Context<'a, '_, State>) -> bool {
    ctx.state.tags_replaced.any_within(call, &TAG_REPLACED)
        && !(ctx.contains(call, &QUOTE_ESCAPED) && ctx.contains(call, &AMPERSAND_ESCAPED))
}

/// Returns whether a node writes to a page or to a response.
fn is_output(node: Node<'_>) -> bool {
    match node.kind() {
        Kind::AssignmentExpression => {
            let left = node.left().filter(|left| left.is(Kind::MemberExpression));
            matches!(left.and_then(Node::property_identifier), Some("innerHTML" | "outerHTML"))
        }
        Kind::CallExpression => matches!(node.callee_method(), Some("write" | "send" | "json")),
        _ => false,
    }
}
