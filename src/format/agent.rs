//! The fewest tokens that a repairing model needs: place, problem, fix; the rule's name once per file.

use std::collections::HashSet;

use super::{Format, Info, Parts, Settings, parts::Conclusion};
use crate::{check::LintResult, text::visible_line};
use oxsec_rules::Judged;

pub const INFO: Info =
    Info { name: "agent", help: "The least that a model needs to repair: rule, line, what, input, fix" };

pub fn new(settings: &Settings) -> Box<dyn Format> {
    Box::new(Agent { settings: settings.clone() })
}

struct Agent {
    settings: Settings,
}

impl Format for Agent {
    /// Renders the findings; a fix that several findings of a rule share is written once.
    fn result(&self, result: &LintResult) -> String {
        if result.messages.is_empty() {
            return String::new();
        }
        let mut said = HashSet::new();
        let mut text = visible_line(&self.settings.relative(&result.file_path));
        text.push('\n');
        for message in &result.messages {
            let parts = Parts::of(message);
            let rule = message.rule_id.as_deref().map(|rule| format!("{} ", visible_line(rule))).unwrap_or_default();
            text += &format!("{}:{} {rule}{}", message.line, message.column, visible_line(parts.what).trim_end());
            if let Some(conclusion) = Conclusion::of(message) {
                text += &format!("\n  {}: {}", conclusion.name, visible_line(conclusion.text));
            }
            // A finding that can do no harm needs no repair.
            if message.judgement.as_deref().is_some_and(|judgement| judgement.verdict == Judged::Refuted) {
                text += "\n  refuted";
            }
            if let Some(fix) = parts.fix.filter(|&fix| said.insert(fix)) {
                text += &format!("\n  fix: {}", visible_line(fix));
            }
            text.push('\n');
        }
        text
    }
}
