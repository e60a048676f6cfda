use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::last_node;
use crate::{
    engine::{Context, Filters, Level, Meta, Needles, Pattern, Rule, SafetyChecker, SafetyMemo, shorten, snippet},
    estree::{AstType, Kind, Node},
};

/// Finds signs of clickjacking, and pages that do nothing against it.
///
/// ## Why
///
/// A page that can be framed can be laid, invisible, over another one: the user clicks there and acts here.
///
/// ## What is found
///
/// Four things are found: `<iframe src="…">` in JSX with an address of another site; `top.location`, `window.location`,
/// `top.top` and `window.top` where they are assigned to or calculated with; strings and templates that hold styles
/// which hide something or lay it over all else; and, in files that are named like an entry point (`index.jsx`,
/// `App.tsx`, `pages/…`, `layout.tsx`, `….html`), user interface without an `if` that compares `top` with `self`.
/// Values that are sanitised or that a comment vouches for (`@safe`) are fine.
///
/// ## Example
///
/// ```js
/// const ad = <iframe src="https://ads.example.net/frame" />;       // found
/// window.location = target;                                        // found
/// const help = <iframe src="/help/embedded" />;                    // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoClickjacking {
    options: Options,
}

#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    /// Words that make the address of an `iframe` fine; `self` matches paths too.
    trusted_sources: Vec<String>,
    /// Finds entry points that compare no `top` with `self`.
    require_frame_busting: bool,
    /// Finds styles that hide something or lay it over all else.
    detect_transparent_overlays: bool,
    #[serde(flatten)]
    safety: SafetyChecker,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            trusted_sources: ["self", "same-origin"].map(String::from).into(),
            require_frame_busting: true,
            detect_transparent_overlays: true,
            safety: SafetyChecker::default(),
        }
    }
}

/// The words that the condition of an `if` holds that keeps the page out of frames.
static FRAME_BUSTING: Needles = Needles::ignoring_case(&[
    "parent != self",
    "self.location",
    "top != self",
    "top !== self",
    "top.location",
    "window.top !== window.self",
]);

static STYLE_ATTRIBUTE: Needles = Needles::ignoring_case(&["css", "style="]);
static STYLE: Needles = Needles::ignoring_case(&["style"]);

/// The words that styles hold that hide something.
static HIDING: Needles =
    Needles::ignoring_case(&["display: none", "opacity: 0", "opacity:0", "visibility: hidden", "z-index: -1"]);

/// The words that styles hold, all of it, that lay something over the page.
static COVERING: [Needles; 3] = [
    Needles::ignoring_case(&["position: absolute"]),
    Needles::ignoring_case(&["top: 0"]),
    Needles::ignoring_case(&["left: 0"]),
];

static ENTRY_POINT: Pattern =
    Pattern::ignoring_case(r"(?:index|app|main|page)\.(?:tsx|jsx)$|pages?/.*\.(?:tsx|jsx)$|layout\.(?:tsx|jsx)$");

#[derive(Default)]
pub(super) struct State {
    has_frame_busting: bool,
    safety: SafetyMemo,
}

impl Rule for NoClickjacking {
    const META: Meta = Meta {
        id: "browser-security/no-clickjacking",
        cwe: 1021,
        owasp: "A05:2021 Security Misconfiguration",
        cvss: 6.1,
        on: &[
            AstType::ComputedMemberExpression,
            AstType::IfStatement,
            AstType::JSXElement,
            AstType::Program,
            AstType::StaticMemberExpression,
            AstType::StringLiteral,
            AstType::TemplateLiteral,
        ],
        filters: Filters { string_bytes: b":", ..Filters::NONE },
        messages: &["missingFrameBusting", "unsafeIframeUsage", "transparentFrameOverlay", "frameManipulation"],
    };

    type Options = Options;
    type State = State;

    fn new(options: Options) -> Result<Self, String> {
        Ok(Self { options })
    }

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        match node.kind() {
            Kind::MemberExpression => self.check_member(node, ctx),
            Kind::Literal | Kind::TemplateLiteral => self.check_styles(node, ctx),
            Kind::IfStatement => {
                // One is enough.
                if let Some(test) = node.test().filter(|_| !ctx.state.has_frame_busting) {
                    ctx.state.has_frame_busting = ctx.contains(test, &FRAME_BUSTING);
                }
            }
            Kind::JSXElement => self.check_element(node, ctx),
            _ => {}
        }
    }

    fn finish<'a>(&self, ctx: &mut Context<'a, '_, State>) {
        if !self.options.require_frame_busting || ctx.state.has_frame_busting || !is_entry_point(ctx.path()) {
            return;
        }
        let source = ctx.source();
        if ["<button", "<form", "<input"].iter().any(|tag| source.contains(tag))
            || source.contains("onClick") && source.contains('<')
        {
            let what = format_args!("{} has a user interface and can be framed by any page", shorten(ctx.path()));
            let fix = "Send the header Content-Security-Policy: frame-ancestors 'self' with the page";
            let last = last_node(ctx.tree());
            ctx.report(ctx.tree().root(), "missingFrameBusting", Level::High, what, fix).found_at(last);
        }
    }
}

impl NoClickjacking {
    fn check_element<'a>(&self, element: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        let Some(opening) = element.opening_element().filter(|opening| {
            opening.jsx_name().is_some_and(|name| name.is(Kind::JSXIdentifier) && name.name() == Some("iframe"))
        }) else {
            return;
        };
        let named_src = |attribute: &Node<'a>| {
            attribute.jsx_name().is_some_and(|name| name.is(Kind::JSXIdentifier) && name.name() == Some("src"))
        };
        let sources = opening.attributes().iter().filter(named_src).filter_map(Node::value);
        let Some(source) = sources.filter_map(Node::string).next_back().filter(|source| !source.is_empty()) else {
            return;
        };
        if self.trusts(source) || self.options.safety.is_safe(element, &mut ctx.state.safety) {
            return;
        }
        let what = format_args!("the iframe shows {}, which is another site", shorten(source));
        let fix = "Add sandbox=\"\" with only what it needs, and name the site in the header's frame-src";
        ctx.report(opening, "unsafeIframeUsage", Level::Medium, what, fix);
    }

    fn trusts(&self, source: &str) -> bool {
        let is_trusted = |trusted: &String| source.contains(&**trusted) || trusted == "self" && source.starts_with('/');
        self.options.trusted_sources.iter().any(is_trusted)
    }

    fn check_member<'a>(&self, member: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        let is_frame = matches!(member.property_identifier(), Some("location" | "top"))
            && matches!(member.object().and_then(Node::identifier), Some("top" | "window"));
        if !is_frame || !is_manipulated(member) || self.options.safety.is_safe(member, &mut ctx.state.safety) {
            return;
        }
        let what = format_args!("{} reaches for the frame around the page", snippet(member));
        let fix = "Talk to the frame with postMessage, or keep out of frames with frame-ancestors";
        ctx.report(member, "frameManipulation", Level::Low, what, fix);
    }

    fn check_styles<'a>(&self, text: Node<'a>, ctx: &mut Context<'a, '_, State>) {
        if !self.options.detect_transparent_overlays {
            return;
        }
        let hides = match text.string() {
            Some(text) => {
                STYLE_ATTRIBUTE.is_in(text) && (HIDING.is_in(text) || COVERING.iter().all(|it| it.is_in(text)))
            }
            None => {
                text.is(Kind::TemplateLiteral)
                    && ctx.contains(text, &STYLE)
                    && (ctx.contains(text, &HIDING) || COVERING.iter().all(|it| ctx.contains(text, it)))
            }
        };
        if hides && !self.options.safety.is_safe(text, &mut ctx.state.safety) {
            let what = format_args!("{} styles something that takes clicks without being seen", snippet(text));
            let fix = "Remove what is hidden from the document, or set pointer-events: none";
            ctx.report(text, "transparentFrameOverlay", Level::Medium, what, fix);
        }
    }
}

/// Returns whether a member expression is assigned to, or an operand other than of a comparison.
fn is_manipulated(member: Node<'_>) -> bool {
    member.parent().is_some_and(|parent| match parent.kind() {
        Kind::AssignmentExpression => parent.left() == Some(member),
        Kind::BinaryExpression => !matches!(parent.operator(), Some("!=" | "!==" | "==" | "===")),
        _ => false,
    })
}

fn is_entry_point(path: &str) -> bool {
    path.ends_with(".html") || path.ends_with(".htm") || ENTRY_POINT.is_match(path)
}
