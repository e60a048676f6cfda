//! The static metadata of a rule.

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
    /// The types of nodes that [`Rule::check`](super::Rule::check) is called for. They are oxc's, which distinguish
    /// more than ESTree's: a string and a regular expression, `a.b` and `a[b]`.
    pub(crate) on: &'static [AstType],
    pub(crate) filters: Filters,
    /// The message ids that the rule reports.
    pub messages: &'static [&'static str],
}

/// The prefilters of a rule: it is not called where it cannot fire.
///
/// They hold for the rule without options; with options it gets all nodes of its types.
#[derive(Debug)]
pub struct Filters {
    /// Only calls and `new` expressions of these names are passed to [`Rule::check`](super::Rule::check), and those
    /// whose callee has no name: anything but an identifier or a member with an identifier as property, computed or
    /// not. Empty: all.
    pub calls: &'static [&'static str],
    /// Only calls and `new` expressions whose callee's text contains one of these words, in any case, are passed to the
    /// rule. Words have three bytes or more. Empty: all.
    pub callee_words: &'static [&'static str],
    /// Only declarators with an initializer of one of these types are passed to the rule. Empty: all, with or without
    /// one.
    pub inits: &'static [AstType],
    /// Only strings that contain one of these bytes are passed to the rule. Empty: all.
    pub string_bytes: &'static [u8],
    /// The rule is skipped unless the source contains one word from each list, in any case. Words have four bytes or
    /// more. Empty: it is never skipped.
    pub required_words: &'static [&'static [&'static str]],
    /// The rule reports only what the analysis of flows finds, and is not called where that finds nothing.
    pub proofs: bool,
    /// The rule looks only at the surroundings of the file, and is not called for a text without a file.
    pub surroundings: bool,
}

impl Filters {
    /// The filters of a rule that reports what the analysis of flows finds.
    pub const PROOFS: Self = Self { proofs: true, ..Self::NONE };
    /// No filters: the rule gets all nodes of its types in every text.
    pub const NONE: Self = Self {
        calls: &[],
        callee_words: &[],
        inits: &[],
        string_bytes: &[],
        required_words: &[],
        proofs: false,
        surroundings: false,
    };
}

/// The severity in a message's first line.
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
