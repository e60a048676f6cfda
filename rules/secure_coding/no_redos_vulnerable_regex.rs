use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    engine::{Context, Filters, Level, Meta, Pattern, Rule, snippet},
    estree::{AstType, Literal, Node, utf16_length},
};

/// Finds constant regular expressions that can take exponential time.
///
/// ## Why
///
/// Where a repeated group can match the same text in several ways, an engine that backtracks tries them
/// all: thirty characters can occupy the process for minutes, and Node serves nobody else meanwhile.
///
/// ## What is found
///
/// Looked at are regex literals and the string in `RegExp('…')` and `new RegExp('…')`: repeated groups
/// that hold a repetition or an alternative, `.*.*`, and two groups with open-ended counts.
///
/// ## Example
///
/// ```js
/// const word = /^(\w+\s?)+$/;         // found
/// const word = /^[\w\s]+$/;          // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoRedosVulnerableRegex(Options);

#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    /// Leaves alone what is reported for a repeated alternative only.
    allow_common_patterns: bool,
    /// The longest pattern that is looked at, in UTF-16 units.
    max_pattern_length: f64,
}

impl Default for Options {
    fn default() -> Self {
        Self { allow_common_patterns: false, max_pattern_length: 500.0 }
    }
}

/// A way in which a pattern can take long.
struct Weakness {
    pattern: Pattern,
    level: Level,
    what: &'static str,
    fix: &'static str,
    /// Harmless so often that an option lets it pass.
    common: bool,
}

/// The first that a pattern has is what it is reported for.
static WEAKNESSES: [Weakness; 6] = [
    Weakness {
        pattern: Pattern::new(r"\([^)]*\+\)\+|\([^)]*\*\)\*|\([^)]*\?\)\?").holding(&[")+", ")*", ")?"]),
        level: Level::Critical,
        what: "repeats a group that ends in the same quantifier",
        fix: "Keep one of the two quantifiers: (a+)+ matches what a+ matches",
        common: false,
    },
    Weakness {
        pattern: Pattern::new(r"\([^)]*\+[^)]*\)\+|\([^)]*\*[^)]*\)\*").holding(&[")+", ")*"]),
        level: Level::Critical,
        what: "repeats a group that repeats within",
        fix: "Separate the repetitions by something that neither can match",
        common: false,
    },
    Weakness {
        pattern: Pattern::new(r"\([^)]*\|[^)]*\)\+|\([^)]*\|[^)]*\)\*").holding(&[")+", ")*"]),
        level: Level::High,
        what: "repeats a group of alternatives",
        fix: "Use a character class in place of the alternatives: [ab]+ for (a|b)+",
        common: true,
    },
    Weakness {
        pattern: Pattern::new(r"\.\*\.\*|\.\+\+\.\+").holding(&[".*.*", ".++.+"]),
        level: Level::Critical,
        what: "repeats any character twice in a row",
        fix: "Keep one of the two, or say which characters each may match",
        common: false,
    },
    Weakness {
        pattern: Pattern::new(r"\([^)]*\)\{[0-9]+,\}[^)]*\([^)]*\)\{[0-9]+,\}").holding(&["){"]),
        level: Level::High,
        what: "repeats two groups without an upper bound",
        fix: "Give each count an upper bound: {2,8} for {2,}",
        common: false,
    },
    Weakness {
        pattern: Pattern::new(r"\([^)]*[+*?][^)]*\)[+*?]").holding(&[")+", ")*", ")?"]),
        level: Level::Critical,
        what: "quantifies a group that has a quantifier within",
        fix: "Take the group apart so that no quantifier stands inside another",
        common: false,
    },
];

impl Rule for NoRedosVulnerableRegex {
    const META: Meta = Meta {
        id: "secure-coding/no-redos-vulnerable-regex",
        cwe: 1333,
        owasp: "A04:2021 Insecure Design",
        cvss: 7.5,
        on: &[AstType::RegExpLiteral, AstType::CallExpression, AstType::NewExpression],
        filters: Filters { calls: &["RegExp"], ..Filters::NONE },
        messages: &["redosVulnerable"],
    };

    type Options = Options;
    type State = ();

    fn new(options: Options) -> Result<Self, String> {
        if options.max_pattern_length < 1.0 {
            return Err("`maxPatternLength` must be 1 or more".into());
        }
        Ok(Self(options))
    }

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, ()>) {
        let (literal, pattern) = match node.literal() {
            Some(Literal::RegExp { pattern, .. }) => (node, pattern),
            Some(_) => return,
            None if node.callee_name() == Some("RegExp") => {
                let Some(argument) = node.argument_at(0) else { return };
                let Some(pattern) = argument.string() else { return };
                (argument, pattern)
            }
            None => return,
        };
        if utf16_length(pattern) as f64 > self.0.max_pattern_length {
            return;
        }
        if let Some(weakness) = WEAKNESSES.iter().find(|weakness| weakness.pattern.is_match(pattern))
            && !(weakness.common && self.0.allow_common_patterns)
        {
            let what = format_args!("{} {}, and can take exponential time", snippet(literal), weakness.what);
            ctx.report(node, "redosVulnerable", weakness.level, what, weakness.fix);
        }
    }
}
