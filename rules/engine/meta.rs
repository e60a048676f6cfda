//! What is known of a rule without running it.

use crate::estree::AstType;

/// Static metadata for a rule.
#[derive(Debug)]
pub struct Meta {
    /// ESLint's `ruleId`, plugin and all.
    pub id: &'static str,
    /// The weakness that its findings are instances of, in the Common Weakness Enumeration.
    pub cwe: u16,
    /// The category of the OWASP Top 10 (2021) that the weakness belongs to.
    pub owasp: &'static str,
    /// The CVSS 3.1 base score of a typical instance, 0.0 to 10.0.
    pub cvss: f32,
    /// The types of nodes that [`Rule::check`](super::Rule::check) is called for. They are oxc's, which tell apart more
    /// than ESTree's: a string and a regular expression, `a.b` and `a[b]`.
    pub(crate) on: &'static [AstType],
    pub(crate) filters: Filters,
    /// The message ids that the rule reports.
    pub messages: &'static [&'static str],
}

/// The filters of a rule: it is not called where it cannot fire.
///
/// This is about the rule without options; with options it sees all nodes of its types.
#[derive(Debug)]
pub struct Filters {
    /// The names that a call or a `new` expression must call for [`Rule::check`](super::Rule::check) to see it, unless
    /// it calls something without a name: a function, or a member's property where that is an identifier, computed or
    /// not. Empty: whatever it calls.
    pub calls: &'static [&'static str],
    /// The words that the text of a callee holds, in whatever case, where the rule looks at the call or `new`
    /// expression: words of three bytes or more. Empty: whatever it holds.
    pub callee_words: &'static [&'static str],
    /// The types of nodes that a declarator is initialised with where the rule looks at it. Empty: any, and none.
    pub inits: &'static [AstType],
    /// The bytes of which a string holds one where the rule looks at it. Empty: the rule looks at every string.
    pub string_bytes: &'static [u8],
    /// A text that can make the rule fire holds one of the words of each of these lists, in whatever case: words of
    /// four bytes or more. Empty: any text can.
    pub words: &'static [&'static [&'static str]],
    /// Whether the rule reports what the analysis of flows finds in a text and nothing else, and needs not be called where
    /// that finds nothing.
    pub proofs: bool,
    /// Whether the rule looks at nothing but what stands around the file, and needs not be called for a text alone.
    pub surroundings: bool,
}

impl Filters {
    /// Those of a rule that reports what the analysis of flows finds.
    pub const PROOFS: Self = Self { proofs: true, ..Self::NONE };
    /// None: the rule looks at all nodes of its types in every text.
    pub const NONE: Self = Self {
        calls: &[],
        callee_words: &[],
        inits: &[],
        string_bytes: &[],
        words: &[],
        proofs: false,
        surroundings: false,
    };
}

/// The severity that a message names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    Low,
    Medium,
    High,
    Critical,
}

impl Level {
    pub const fn name(self) -> &'static str {
        match self {
            Level::Low => "LOW",
            Level::Medium => "MEDIUM",
            Level::High => "HIGH",
            Level::Critical => "CRITICAL",
        }
    }
}
