//! One line per finding, spelled out.

use std::io::{self, Write};

use super::{
    Format, Info, Settings, Totals,
    parts::one_line,
    unix::{word, write_count},
};
use crate::{check::LintResult, text::visible_line};

pub const INFO: Info =
    Info { name: "compact", help: "`path: line 1, col 1, Error - message (rule)`, a line a finding" };

pub fn new(_settings: &Settings) -> Box<dyn Format> {
    Box::new(Compact)
}

struct Compact;

impl Format for Compact {
    fn result(&self, result: &LintResult) -> String {
        let path = visible_line(&result.file_path.to_string_lossy());
        let mut text = String::new();
        for message in &result.messages {
            let rule = message.rule_id.as_deref().map(|rule| format!(" ({})", visible_line(rule))).unwrap_or_default();
            text += &format!(
                "{path}: line {}, col {}, {} - {}{rule}\n",
                message.line,
                message.column,
                word(message),
                one_line(&message.message)
            );
        }
        text
    }

    fn end(&self, totals: &Totals, out: &mut dyn Write) -> io::Result<()> {
        write_count(totals, out)
    }
}
