use oxsec_rules::LintMessage;

use crate::text::visible_line;

/// The parts of a message that is written as rules write theirs: `CWE-89 | what is wrong | HIGH`, and `   Fix: what to do`
/// on the next line.
pub struct Parts<'a> {
    pub cwe: Option<&'a str>,
    pub what: &'a str,
    pub level: Option<&'a str>,
    pub fix: Option<&'a str>,
}

impl<'a> Parts<'a> {
    pub fn of(message: &'a LintMessage) -> Self {
        let (head, fix) = match message.message.split_once("\n   Fix: ") {
            Some((head, fix)) => (head, Some(fix)),
            None => (message.message.as_str(), None),
        };
        let parts = head.split_once(" | ").and_then(|(cwe, rest)| Some((cwe, rest.rsplit_once(" | ")?)));
        match parts {
            Some((cwe, (what, level))) => Self { cwe: Some(cwe), what, level: Some(level), fix },
            None => Self { cwe: None, what: head, level: None, fix },
        }
    }
}

/// Returns a message on one line.
pub fn one_line(message: &str) -> String {
    visible_line(&message.replace("\n   Fix:", " Fix:"))
}
