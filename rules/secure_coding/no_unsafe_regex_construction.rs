use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::calls_one_of;
use crate::{
    engine::{Context, Filters, Level, Meta, Rule, snippet},
    estree::{AstType, Kind, Node, NodesByPlace, utf16_length},
};

/// Finds regular expressions that are built from values without escaping, with flags from values, or from
/// very long strings.
///
/// ## Why
///
/// What is special in a regular expression keeps its meaning when it comes out of a variable: a search
/// for `a.b` matches more than it should, and `(a+)+$` stops the process.
///
/// ## What is found
///
/// Looked at are the arguments of `RegExp(…)` and `new RegExp(…)`: variables, members, calls and templates
/// with insertions count as values. A pattern is fine when it is, or stands in, a call of `escapeRegex`,
/// `escape`, `sanitize` or one of the trusted functions.
///
/// ## Example
///
/// ```js
/// new RegExp(req.query.q, 'i')                  // found
/// new RegExp(escapeRegex(req.query.q), 'i')     // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoUnsafeRegexConstruction(Options);

#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    /// Leaves string literals alone.
    allow_literals: bool,
    /// Further functions that escape.
    trusted_escaping_functions: Vec<String>,
    /// The longest string that passes, in UTF-16 units.
    max_pattern_length: f64,
}

impl Default for Options {
    fn default() -> Self {
        Self { allow_literals: true, trusted_escaping_functions: Vec::new(), max_pattern_length: 100.0 }
    }
}

/// Functions that are trusted whatever the options say.
const ESCAPING_FUNCTIONS: [&str; 3] = ["escape", "escapeRegex", "sanitize"];

/// The steps outwards within which a call that escapes is searched for.
const MAX_STEPS_OUTWARDS: usize = 5;

impl Rule for NoUnsafeRegexConstruction {
    const META: Meta = Meta {
        id: "secure-coding/no-unsafe-regex-construction",
        cwe: 1333,
        owasp: "A03:2021 Injection",
        cvss: 7.5,
        on: &[AstType::CallExpression, AstType::NewExpression],
        filters: Filters { calls: &["RegExp"], ..Filters::NONE },
        messages: &["unsafeRegexConstruction"],
    };

    type Options = Options;
    type State = Option<NodesByPlace>;

    fn new(mut options: Options) -> Result<Self, String> {
        if options.max_pattern_length < 1.0 {
            return Err("`maxPatternLength` must be 1 or more".into());
        }
        options.trusted_escaping_functions.extend(ESCAPING_FUNCTIONS.map(String::from));
        Ok(Self(options))
    }

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, Self::State>) {
        if node.callee_name() != Some("RegExp") {
            return;
        }
        let Some(pattern) = node.argument_at(0) else { return };
        if let Some(text) = pattern.string()
            && self.check_constant(pattern, text, ctx)
        {
            return;
        }
        if is_value(pattern) && !self.is_escaped(pattern, ctx) {
            let what = format_args!("{} becomes a regular expression without escaping", snippet(pattern));
            let fix = format_args!("Escape it: {}.replace(/[.*+?^${{}}()|[\\]\\\\]/g, '\\\\$&')", snippet(pattern));
            ctx.report(pattern, "unsafeRegexConstruction", Level::High, what, fix);
        }
        if let Some(flags) = node.argument_at(1).filter(|&flags| is_value(flags)) {
            let what = format_args!("the flags of a regular expression come from {}", snippet(flags));
            let fix = "Write the flags as a constant, such as 'gi'";
            ctx.report(node, "unsafeRegexConstruction", Level::High, what, fix);
        }
    }
}

impl NoUnsafeRegexConstruction {
    /// Reports a constant pattern that the options do not let pass.
    fn check_constant<'a>(
        &self,
        pattern: Node<'a>,
        text: &str,
        ctx: &mut Context<'a, '_, Option<NodesByPlace>>,
    ) -> bool {
        let length = utf16_length(text);
        let (what, fix) = if length as f64 > self.0.max_pattern_length {
            (
                format!("the pattern {} is {length} characters long", snippet(pattern)),
                format!("Split it into patterns of at most {} characters", self.0.max_pattern_length),
            )
        } else if !self.0.allow_literals {
            (
                format!("the pattern {} is given as a string", snippet(pattern)),
                "Write it as a regex literal".to_string(),
            )
        } else {
            return false;
        };
        ctx.report(pattern, "unsafeRegexConstruction", Level::High, what, fix);
        true
    }

    /// Returns whether a pattern is a call that escapes, or one stands around it or directly before it.
    ///
    /// Each step goes to the node that covers the character before: mostly the parent, now and then a
    /// neighbour.
    fn is_escaped<'a>(&self, pattern: Node<'a>, ctx: &mut Context<'a, '_, Option<NodesByPlace>>) -> bool {
        let trusted = &self.0.trusted_escaping_functions;
        if calls_one_of(pattern, trusted) {
            return true;
        }
        let tree = ctx.tree();
        let places = ctx.state.get_or_insert_with(|| NodesByPlace::new(tree));
        let outwards = |node: &Node<'a>| {
            let before = node.span().start.checked_sub(1);
            before.and_then(|before| places.covering(tree, before)).or_else(|| node.parent())
        };
        std::iter::successors(outwards(&pattern), outwards)
            .take(MAX_STEPS_OUTWARDS)
            .any(|node| calls_one_of(node, trusted))
    }
}

/// Returns whether an expression has a value that is not written down in it.
fn is_value(expression: Node<'_>) -> bool {
    match expression.kind() {
        Kind::CallExpression | Kind::MemberExpression | Kind::Identifier => true,
        Kind::TemplateLiteral => !expression.expressions().is_empty(),
        _ => false,
    }
}
