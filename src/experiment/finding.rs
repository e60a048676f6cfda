//! Findings without their texts, small enough to keep those of a million answers.

use std::sync::LazyLock;

use oxsec_rules::{Judged, LintMessage, Severity, catalogue::entries};

/// The ids of all rules, sorted.
static RULES: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let mut rules: Vec<&str> = entries().map(|entry| entry.meta.id).collect();
    rules.sort_unstable();
    rules
});

/// The rule, place and verdicts of a finding. [`Linter::examine`](super::Linter::examine) finds its texts again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finding {
    pub line: u32,
    pub column: u32,
    pub end_line: u32,
    pub end_column: u32,
    /// The index of its id in [`RULES`].
    rule: u16,
    pub severity: Severity,
    /// The verdict on it, where proofs were searched for.
    pub verdict: Option<Judged>,
    /// True if it has a proof.
    pub is_proven: bool,
    /// True if its rule was asked for, and not run for its proofs alone.
    pub is_asked: bool,
    /// True if it counts in the reading.
    pub counts: bool,
}

impl Finding {
    /// Returns the finding of a message that counts and was not judged; `None` for an unknown rule.
    pub fn of(message: &LintMessage) -> Option<Self> {
        let rule = RULES.binary_search(&message.rule_id.as_deref()?).ok()?;
        Some(Self {
            line: message.line,
            column: message.column,
            end_line: message.end_line.unwrap_or(message.line),
            end_column: message.end_column.unwrap_or(message.column),
            rule: u16::try_from(rule).expect("there are some hundreds of rules"),
            severity: message.severity,
            verdict: None,
            is_proven: false,
            is_asked: true,
            counts: true,
        })
    }

    /// Returns the id of its rule.
    pub fn rule(&self) -> &'static str {
        RULES[usize::from(self.rule)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_is_small_and_names_its_rule() {
        assert_eq!(size_of::<Finding>(), 24);
        let message = LintMessage {
            rule_id: Some("pg/no-select-all".into()),
            end_line: Some(3),
            ..LintMessage::new(Severity::Error, "", 2, 5)
        };
        let finding = Finding::of(&message).unwrap();
        assert_eq!((finding.rule(), finding.line, finding.end_line, finding.end_column), ("pg/no-select-all", 2, 3, 5));
        assert_eq!(Finding::of(&LintMessage { rule_id: Some("pg/none".into()), ..message }), None);
    }
}
