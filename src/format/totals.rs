use std::{cmp::Reverse, collections::BTreeMap};

use oxsec_rules::Severity;
use serde::{Deserialize, Serialize};

use crate::{check::LintResult, text::visible_line};

/// Counts over the results that were written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Totals {
    pub files: usize,
    pub files_with_messages: usize,
    pub errors: usize,
    pub warnings: usize,
    pub fatal_errors: usize,
    pub fixable_errors: usize,
    pub fixable_warnings: usize,
    /// The messages that a directive or the suppressions file suppresses.
    pub suppressed: usize,
    /// The counts by rule id; a rule with only suppressed messages appears with zero.
    pub rules: BTreeMap<String, RuleCount>,
}

/// The number of findings of a rule.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleCount {
    pub errors: usize,
    pub warnings: usize,
    pub fixable: usize,
}

impl RuleCount {
    pub fn messages(&self) -> usize {
        self.errors + self.warnings
    }
}

impl Totals {
    pub fn of(result: &LintResult) -> Self {
        let mut rules: BTreeMap<String, RuleCount> = BTreeMap::new();
        for message in result.messages.iter().filter(|message| !message.is_note) {
            let Some(rule) = message.rule_id.as_deref() else { continue };
            let count = rules.entry(rule.to_owned()).or_default();
            match message.severity {
                Severity::Error => count.errors += 1,
                Severity::Warn => count.warnings += 1,
            }
            count.fixable += usize::from(message.fix.is_some());
        }
        for suppressed in &result.suppressed_messages {
            if let Some(rule) = suppressed.message.rule_id.as_deref() {
                rules.entry(rule.to_owned()).or_default();
            }
        }
        Self {
            files: 1,
            files_with_messages: usize::from(!result.messages.is_empty()),
            errors: result.error_count,
            warnings: result.warning_count,
            fatal_errors: result.fatal_error_count,
            fixable_errors: result.fixable_error_count,
            fixable_warnings: result.fixable_warning_count,
            suppressed: result.suppressed_messages.len(),
            rules,
        }
    }

    pub fn add(&mut self, other: &Self) {
        self.files += other.files;
        self.files_with_messages += other.files_with_messages;
        self.errors += other.errors;
        self.warnings += other.warnings;
        self.fatal_errors += other.fatal_errors;
        self.fixable_errors += other.fixable_errors;
        self.fixable_warnings += other.fixable_warnings;
        self.suppressed += other.suppressed;
        for (rule, added) in &other.rules {
            if let Some(count) = self.rules.get_mut(rule) {
                count.errors += added.errors;
                count.warnings += added.warnings;
                count.fixable += added.fixable;
            } else {
                self.rules.insert(rule.clone(), *added);
            }
        }
    }

    /// Returns the counts by rule, the most frequent first, one per line.
    pub fn by_rule(&self) -> String {
        let mut rules: Vec<(&str, usize)> = self
            .rules
            .iter()
            .map(|(rule, count)| (rule.as_str(), count.messages()))
            .filter(|&(_, count)| count > 0)
            .collect();
        let of_rules: usize = rules.iter().map(|&(_, count)| count).sum();
        if self.problems() > of_rules {
            rules.push(("(no rule)", self.problems() - of_rules));
        }
        rules.sort_by_key(|&(rule, count)| (Reverse(count), rule));
        let width = rules.first().map_or(0, |(_, count)| count.to_string().len());
        rules.iter().map(|(rule, count)| format!("{count:width$}  {}\n", visible_line(rule))).collect()
    }

    pub fn problems(&self) -> usize {
        self.errors + self.warnings
    }
}
