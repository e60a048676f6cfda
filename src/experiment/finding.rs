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
    standing: Standing,
}

/// The state of a finding in bits: proven, asked for, counted, and its verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Standing(u8);

impl Standing {
    const PROVEN: u8 = 1;
    const ASKED: u8 = 2;
    const COUNTS: u8 = 4;
    /// From this bit on: 0, or the verdict's place in [`Judged::ALL`] and 1.
    const VERDICT_SHIFT: u8 = 3;
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
            standing: Standing(Standing::ASKED | Standing::COUNTS),
        })
    }

    /// Returns a finding of a rule at a place, for tests.
    #[cfg(test)]
    pub fn at(rule: &'static str, line: u32, column: u32) -> Self {
        let message = LintMessage::new(Severity::Error, "", line, column);
        Self::of(&LintMessage { rule_id: Some(rule.into()), ..message }).expect("a known rule")
    }

    /// Returns the same finding, judged. `is_asked`: its rule was asked for, and not run for its proofs alone.
    #[must_use]
    pub fn judged(self, verdict: Judged, is_proven: bool, is_asked: bool, counts: bool) -> Self {
        let flags = [(is_proven, Standing::PROVEN), (is_asked, Standing::ASKED), (counts, Standing::COUNTS)];
        let flags = flags.into_iter().filter(|(is_set, _)| *is_set).fold(0, |flags, (_, flag)| flags | flag);
        Self { standing: Standing(flags | (verdict as u8 + 1) << Standing::VERDICT_SHIFT), ..self }
    }

    /// Returns the verdict on it, where proofs were searched for.
    pub fn verdict(&self) -> Option<Judged> {
        Judged::ALL.get(usize::from(self.standing.0 >> Standing::VERDICT_SHIFT).checked_sub(1)?).copied()
    }

    /// Returns whether it carries a proof.
    pub fn is_proven(&self) -> bool {
        self.standing.0 & Standing::PROVEN != 0
    }

    /// Returns whether its rule was asked for, and not run for its proofs alone.
    pub fn is_asked(&self) -> bool {
        self.standing.0 & Standing::ASKED != 0
    }

    /// Returns whether it counts in the reading.
    pub fn counts(&self) -> bool {
        self.standing.0 & Standing::COUNTS != 0
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
        assert_eq!(size_of::<Finding>(), 20);
        let message = LintMessage {
            rule_id: Some("pg/no-select-all".into()),
            end_line: Some(3),
            ..LintMessage::new(Severity::Error, "", 2, 5)
        };
        let finding = Finding::of(&message).unwrap();
        assert_eq!((finding.rule(), finding.line, finding.end_line, finding.end_column), ("pg/no-select-all", 2, 3, 5));
        assert_eq!(
            (finding.verdict(), finding.is_proven(), finding.is_asked(), finding.counts()),
            (None, false, true, true)
        );
        for verdict in Judged::ALL {
            let judged = finding.judged(verdict, true, false, true);
            let told = (judged.verdict(), judged.is_proven(), judged.is_asked(), judged.counts());
            assert_eq!(told, (Some(verdict), true, false, true));
        }
        assert_eq!(Finding::of(&LintMessage { rule_id: Some("pg/none".into()), ..message }), None);
    }
}
