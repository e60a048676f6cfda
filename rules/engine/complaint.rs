//! Messages about comments: names of rules that do not exist, configuration that cannot be read.

use oxc_span::Span;

use super::{LintMessage, Severity};
use crate::estree::Positions;

/// The problems of each kind that are reported about one text's comments. ESLint reports all, which lets a text ask for
/// an answer that is many times as large.
pub(super) const MAX_COMPLAINTS: usize = 10_000;

/// Makes a message about a whole comment.
pub(super) fn comment_message(
    span: Span,
    rule: Option<String>,
    fatal: bool,
    message: String,
    positions: &Positions<'_>,
) -> LintMessage {
    let [start, end] = positions.span(span);
    LintMessage {
        rule_id: rule.map(Into::into),
        fatal,
        end_line: Some(end.line),
        end_column: Some(end.column),
        ..LintMessage::new(Severity::Error, message, start.line, start.column)
    }
}

/// Makes a warning that a comment's configuration is not applied.
pub(super) fn ignored(span: Span, reason: &str, positions: &Positions<'_>) -> LintMessage {
    let message = format!("This configuration comment is ignored: {reason}.");
    LintMessage { severity: Severity::Warn, ..comment_message(span, None, false, message, positions) }
}

/// Makes a message about a rule that does not exist.
pub(super) fn unknown_rule(span: Span, rule: &str, positions: &Positions<'_>) -> LintMessage {
    let replacements = REPLACED.binary_search_by_key(&rule, |&(old, _)| old).map(|at| REPLACED[at].1);
    let message = match replacements {
        Ok(replacements) => format!("Rule '{rule}' was removed and replaced by: {replacements}"),
        Err(_) => format!("Definition for rule '{rule}' was not found."),
    };
    comment_message(span, Some(rule.to_string()), false, message, positions)
}

/// The rules that ESLint 9.39 reports as replaced, sorted, each with its successors.
const REPLACED: &[(&str, &str)] = &[
    ("generator-star", "generator-star-spacing"),
    ("global-strict", "strict"),
    ("no-arrow-condition", "no-confusing-arrow, no-constant-condition"),
    ("no-comma-dangle", "comma-dangle"),
    ("no-empty-class", "no-empty-character-class"),
    ("no-empty-label", "no-labels"),
    ("no-extra-strict", "strict"),
    ("no-reserved-keys", "quote-props"),
    ("no-space-before-semi", "semi-spacing"),
    ("no-wrap-func", "no-extra-parens"),
    ("space-after-function-name", "space-before-function-paren"),
    ("space-after-keywords", "keyword-spacing"),
    ("space-before-function-parentheses", "space-before-function-paren"),
    ("space-before-keywords", "keyword-spacing"),
    ("space-in-brackets", "object-curly-spacing, array-bracket-spacing, computed-property-spacing"),
    ("space-return-throw-case", "keyword-spacing"),
    ("space-unary-word-ops", "space-unary-ops"),
    ("spaced-line-comment", "spaced-comment"),
];
